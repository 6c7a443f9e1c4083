package io.keeling.desk.corrections;

import io.keeling.contract.correction.AppliedCorrection;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.AuditLog;
import io.keeling.desk.database.Database;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.FailureException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;

/**
 * Sends editors' tag corrections to {@code keeling.corrections}, where enrichment reads them, and
 * records their authors in the desk's table. Threads may share it. Every method throws {@link
 * org.jdbi.v3.core.JdbiException} if the database does not answer, and {@link FailureException} if
 * the tag cannot be corrected.
 *
 * <p>The record is sent before the row is written, so there is no row without a record. If the
 * database fails in between, the correction still holds, and {@link CorrectionFollower} adds its
 * row. Only the entry in the audit log is then missing.
 */
public final class TagCorrections {

  /**
   * Maximum time by which another desk's clock is expected to be ahead. Clocks set by NTP differ by
   * far less.
   */
  private static final Duration CLOCKS = Duration.ofMinutes(1);

  static final Failure UNKNOWN = Failure.of(404, "correction-unknown");

  private final Database database;
  private final CorrectionWriter writer;
  private final Clock clock;

  public TagCorrections(Database database, CorrectionWriter writer, Clock clock) {
    this.database = database;
    this.writer = writer;
    this.clock = clock;
  }

  /** Corrections of an article's tags, latest first. */
  List<SaidCorrection> of(EnrichedArticle article) {
    Map<String, AppliedCorrection> applied = new HashMap<>();
    article.corrections().forEach(each -> applied.put(each.id(), each));
    List<SaidCorrection> all = new ArrayList<>();
    Set<String> written = new HashSet<>();
    for (TagCorrection row : rows(article.article().id())) {
      AppliedCorrection other = applied.get(row.id());
      // A row is left out if the article has a later correction. The command made that one, so the
      // table lacks it.
      if (other == null || !later(other, row)) {
        written.add(row.id());
        all.add(SaidCorrection.of(row, other));
      }
    }
    applied.values().stream()
        .filter(each -> !written.contains(each.id()))
        .map(SaidCorrection::of)
        .forEach(all::add);
    all.sort(Comparator.comparing(SaidCorrection::at).reversed());
    return all;
  }

  private static boolean later(AppliedCorrection applied, TagCorrection row) {
    return applied.at().isAfter(last(row));
  }

  private static Instant last(TagCorrection row) {
    return row.undone() == null ? row.at() : row.undone().at();
  }

  /** Corrects a tag, with an entry in the audit log. */
  void say(EnrichedArticle article, NewCorrection wanted, Account by) {
    String id = TagCorrection.idOf(wanted.tag(), wanted.subject());
    TagCorrection said = wanted.of(article, by.name(), now(article, id));
    List<String> held =
        of(article).stream()
            .filter(each -> !each.state().equals(SaidCorrection.UNDONE))
            .map(SaidCorrection::id)
            .toList();
    if (held.size() >= TagCorrection.MOST && !held.contains(said.id())) {
      throw Failure.of(409, "corrections-full").exception();
    }
    send(said, by, "correction.add");
  }

  /** Undoes a correction, with an entry in the audit log. */
  void undo(EnrichedArticle article, String id, Account by) {
    TagCorrection standing = standing(article, id).orElseThrow(UNKNOWN::exception);
    send(standing.takenBack(by.name(), now(article, id)), by, "correction.undo");
  }

  /** The current correction of a tag, from the desk's table, else from the article. */
  private Optional<TagCorrection> standing(EnrichedArticle article, String id) {
    List<SaidCorrection> all = of(article);
    boolean holds = all.stream().anyMatch(s -> s.id().equals(id) && s.undoneBy() == null);
    if (!holds) {
      return Optional.empty();
    }
    Optional<TagCorrection> written =
        rows(article.article().id()).stream().filter(row -> row.id().equals(id)).findFirst();
    Optional<AppliedCorrection> applied =
        article.corrections().stream().filter(each -> each.id().equals(id)).findFirst();
    return applied.isPresent() && (written.isEmpty() || later(applied.get(), written.get()))
        ? applied.map(each -> TagCorrection.of(article.article().id(), each))
        : written;
  }

  /**
   * Sends a correction and writes its row; holds no database connection while it waits for Kafka.
   */
  private void send(TagCorrection said, Account by, String action) {
    long place;
    try {
      place = writer.write(said);
    } catch (KafkaException e) {
      throw Failure.of(503, "corrections-away").exception();
    }
    database.change(
        handle -> {
          CorrectionRows.putSent(handle, new CorrectionRows.Placed(said, place));
          AuditLog.add(handle, by, action, said.key() + " " + said.tag().code());
          return null;
        });
  }

  private List<TagCorrection> rows(String article) {
    return database.read(handle -> CorrectionRows.of(handle, article));
  }

  /**
   * The time of a new correction, in the precision of the database. It is later than the time of
   * the current correction, even if another desk made that one and its clock is ahead. So an editor
   * sees their own correction.
   */
  private Instant now(EnrichedArticle article, String id) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return Stream.concat(
            rows(article.article().id()).stream()
                .filter(row -> row.id().equals(id))
                .map(TagCorrections::last),
            article.corrections().stream()
                .filter(applied -> applied.id().equals(id))
                .map(AppliedCorrection::at))
        .filter(last -> !last.isBefore(now) && last.isBefore(now.plus(CLOCKS)))
        .max(Comparator.naturalOrder())
        .map(last -> last.plus(1, ChronoUnit.MICROS))
        .orElse(now);
  }
}
