package io.keeling.ingest.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.ingest.config.SourceHealthConfig;
import io.keeling.ingest.drift.Yield;
import io.keeling.ingest.source.SourceHistory;
import io.keeling.ingest.source.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a source, with its reason and start. The components are the fields of the JSON
 * at {@code /sources}; {@link #of} and {@link #paused} create it.
 *
 * @param name name of the source's outlet
 * @param since when the condition began. For a silent or well source, its last news; for a dead or
 *     failing one, the first failure of the current run; for a new one, its entry into the
 *     catalogue; for a paused one, now
 * @param reason one line on what is wrong, null if nothing is wrong
 * @param reasonCode the reason as one of a few codes, such as {@code http-404} or {@code silent}
 * @param lookedAt when the source was last polled
 * @param usualSilence the source's longest usual silence, null while unknown
 * @param failures failed polls in a row
 * @param due when the source is polled next
 * @param gives the quality of its pages; null while no page has been read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceHealth(
    String id,
    String name,
    SourceKind kind,
    String url,
    Condition condition,
    Instant since,
    @Nullable String reason,
    @Nullable String reasonCode,
    @Nullable Instant lookedAt,
    @Nullable Instant newsAt,
    @Nullable Duration usualSilence,
    int failures,
    Instant due,
    @Nullable Yield gives) {

  /**
   * A silence or outage is reported when it lasts this many times longer than is usual for the
   * source.
   */
  private static final double FACTOR = 2;

  public static final Comparator<SourceHealth> WORST_FIRST =
      Comparator.comparing(SourceHealth::condition)
          .thenComparing(SourceHealth::since)
          .thenComparing(SourceHealth::id);

  public static SourceHealth paused(Source source, Instant now) {
    SourceState unknown = SourceState.unknown(source, now);
    return of(unknown, Condition.PAUSED, now, null, null, null);
  }

  public static SourceHealth of(
      SourceState state, @Nullable Yield gives, SourceHealthConfig config, Instant now) {
    SourceHistory history = state.history();
    Instant failing = history.failingSince();
    if (failing != null) {
      Duration limit = limit(history.usualOutage(), config.deadAfter(), config.deadAfter(), config);
      boolean dead = now.isAfter(failing.plus(limit));
      return of(
          state,
          dead ? Condition.DEAD : Condition.FAILING,
          failing,
          why(state),
          code(state),
          gives);
    }
    if (history.triedAt() == null) {
      return of(state, Condition.NEW, history.watchedSince(), null, null, gives);
    }
    Instant heard = history.newsAt() == null ? history.watchedSince() : history.newsAt();
    Duration usual = history.usualSilence();
    Duration limit = limit(usual, config.silentAfter(), config.longest(), config);
    // A watched page is a single article, so no further news is expected.
    boolean silent = state.source().kind() != SourceKind.PAGE && now.isAfter(heard.plus(limit));
    return silent
        ? of(state, Condition.SILENT, heard, silence(usual, limit), ReasonCode.SILENT, gives)
        : of(state, Condition.WELL, heard, null, null, gives);
  }

  private static SourceHealth of(
      SourceState state,
      Condition condition,
      Instant since,
      @Nullable String reason,
      @Nullable String reasonCode,
      @Nullable Yield gives) {
    Source source = state.source();
    SourceHistory history = state.history();
    return new SourceHealth(
        source.id(),
        source.name(),
        source.kind(),
        source.url(),
        condition,
        since,
        reason,
        reasonCode,
        history.triedAt(),
        history.newsAt(),
        history.usualSilence(),
        state.failures(),
        state.due(),
        gives);
  }

  /** Returns the learned duration times the factor, within its bounds. */
  private static Duration limit(
      @Nullable Duration usual, Duration least, Duration unknown, SourceHealthConfig config) {
    if (usual == null) {
      return unknown;
    }
    double millis = usual.toMillis() * FACTOR;
    double most = config.longest().toMillis();
    return Duration.ofMillis((long) Math.max(least.toMillis(), Math.min(most, millis)));
  }

  private static String why(SourceState state) {
    String verdict = String.valueOf(state.verdict());
    String problem = state.history().problem();
    return problem == null ? verdict : verdict + ": " + problem;
  }

  private static String code(SourceState state) {
    return ReasonCode.of(String.valueOf(state.verdict()), state.history().problem());
  }

  private static String silence(@Nullable Duration usual, Duration limit) {
    return "answers, but has had nothing new for more than "
        + DurationText.of(limit)
        + (usual == null ? "" : "; usually something comes within " + DurationText.of(usual));
  }
}
