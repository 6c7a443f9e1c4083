package io.keeling.ingest.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.ingest.config.SourceHealthConfig;
import io.keeling.ingest.drift.Yield;
import io.keeling.ingest.frontier.state.SourceHistory;
import io.keeling.ingest.frontier.state.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How a source is, why, and since when. Its components are the fields of the JSON at {@code
 * /sources}, which lie beside one another; {@link #of(SourceState, SourceHealthConfig, Instant)}
 * and {@link #paused} alone make it.
 *
 * @param id the source's id
 * @param name its outlet
 * @param kind what lies at its address
 * @param url its address
 * @param condition how it is
 * @param since since when: of its last news if it is silent or well, of its first failure in a row
 *     if it fails, of its entry into the catalogue if it is new; the moment of asking if it is
 *     paused
 * @param reason one line on what is wrong, null if nothing is
 * @param reasonCode the same as one word of a short list, such as {@code http-404} or {@code
 *     silent}, to count and group by
 * @param lookedAt when it was last looked at
 * @param newsAt when it last had news
 * @param usualSilence how long it is usually silent at most, null while that is not known
 * @param failures failed looks in a row
 * @param due when it is looked at next
 * @param gives what comes of its pages; null while none was read
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
   * How many times longer than usual a source must be silent or fail before that shows. Chosen:
   * once is usual, twice is not.
   */
  private static final double FACTOR = 2;

  /** The worst first, and of those the longest so. */
  public static final Comparator<SourceHealth> WORST_FIRST =
      Comparator.comparing(SourceHealth::condition)
          .thenComparing(SourceHealth::since)
          .thenComparing(SourceHealth::id);

  /** One that somebody paused, of which nothing else is known. */
  public static SourceHealth paused(Source source, Instant now) {
    SourceState unknown = SourceState.unknown(source, now);
    return of(unknown, Condition.PAUSED, now, null, null);
  }

  /** How the source of a state is now. */
  public static SourceHealth of(SourceState state, SourceHealthConfig config, Instant now) {
    SourceHistory history = state.history();
    Instant failing = history.failingSince();
    if (failing != null) {
      Duration limit = limit(history.usualOutage(), config.deadAfter(), config.deadAfter(), config);
      boolean dead = now.isAfter(failing.plus(limit));
      return of(state, dead ? Condition.DEAD : Condition.FAILING, failing, why(state), code(state));
    }
    if (history.triedAt() == null) {
      return of(state, Condition.NEW, history.watchedSince(), null, null);
    }
    Instant heard = history.newsAt() == null ? history.watchedSince() : history.newsAt();
    Duration usual = history.usualSilence();
    Duration limit = limit(usual, config.silentAfter(), config.longest(), config);
    // One article that is watched is done; it owes no news.
    boolean silent = state.source().kind() != SourceKind.PAGE && now.isAfter(heard.plus(limit));
    return silent
        ? of(state, Condition.SILENT, heard, silence(usual, limit), ReasonCode.SILENT)
        : of(state, Condition.WELL, heard, null, null);
  }

  private static SourceHealth of(
      SourceState state,
      Condition condition,
      Instant since,
      @Nullable String reason,
      @Nullable String reasonCode) {
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
        null);
  }

  /** The same with what comes of its pages. */
  public SourceHealth with(@Nullable Yield pages) {
    return new SourceHealth(
        id,
        name,
        kind,
        url,
        condition,
        since,
        reason,
        reasonCode,
        lookedAt,
        newsAt,
        usualSilence,
        failures,
        due,
        pages);
  }

  /** What was learned times the factor, within its bounds. */
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
