package io.keeling.feeds.correction;

import io.keeling.contract.correction.AppliedCorrection;
import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.feeds.access.Account;
import io.keeling.feeds.access.store.AuditLog;
import io.keeling.feeds.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Sends what editors say of tags to {@code keeling.corrections}, from where enrichment carries it
 * on, and writes down who said it. Threads may share it. Every method throws {@link
 * org.jdbi.v3.core.JdbiException} where the database does not answer.
 *
 * <p>The record is written before the row is committed: what the desk has on record was sent. What
 * was sent and is not on record, since the database went away in between, holds all the same, and
 * is shown as an editor's.
 */
public final class TagCorrections {

  private final Database database;
  private final CorrectionWriter writer;
  private final Clock clock;

  public TagCorrections(Database database, CorrectionWriter writer, Clock clock) {
    this.database = database;
    this.writer = writer;
    this.clock = clock;
  }

  /** What became of a wish to say something. */
  enum Outcome {
    DONE,
    /** Of this article is said as much as may be. */
    FULL,
    /** Nothing is said of the tag. */
    UNKNOWN,
    /** Kafka does not answer. */
    AWAY
  }

  /** What is said of an article's tags, latest first. */
  List<SaidCorrection> of(EnrichedArticle article) {
    Map<String, AppliedCorrection> applied = new HashMap<>();
    article.corrections().forEach(each -> applied.put(each.id(), each));
    List<SaidCorrection> all = new ArrayList<>();
    Set<String> written = new HashSet<>();
    for (TagCorrection row : rows(article.article().id())) {
      AppliedCorrection other = applied.get(row.id());
      // Who says something else by the command has the last word, and is not written down here.
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
    Instant last = row.undone() == null ? row.at() : row.undone().at();
    return applied.at().isAfter(last);
  }

  /** Says something of a tag, which is on record. */
  Outcome say(EnrichedArticle article, NewCorrection.Valid wanted, Account by) {
    TagCorrection said = wanted.of(article, by.name(), now());
    List<String> held =
        of(article).stream()
            .filter(each -> !each.state().equals(SaidCorrection.UNDONE))
            .map(SaidCorrection::id)
            .toList();
    return held.size() >= TagCorrection.MOST && !held.contains(said.id())
        ? Outcome.FULL
        : send(said, by, "correction.add");
  }

  /** Takes back what was said of a tag, which is on record. */
  Outcome undo(EnrichedArticle article, String id, Account by) {
    Optional<TagCorrection> standing = standing(article, id);
    return standing.isEmpty()
        ? Outcome.UNKNOWN
        : send(standing.get().takenBack(by.name(), now()), by, "correction.undo");
  }

  /** What holds of a tag, by the word of the desk, else of the article. */
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
        ? applied.map(each -> ofAnEditor(article, each))
        : written;
  }

  private static TagCorrection ofAnEditor(EnrichedArticle article, AppliedCorrection applied) {
    return new TagCorrection(
        article.article().id(),
        applied.tag(),
        applied.subject(),
        applied.says(),
        "an editor",
        applied.at(),
        null,
        null,
        null);
  }

  private Outcome send(TagCorrection said, Account by, String action) {
    try {
      database.change(
          handle -> {
            put(handle, said);
            AuditLog.add(handle, by, action, said.key() + " " + said.tag().code());
            writer.write(said);
            return null;
          });
      return Outcome.DONE;
    } catch (KafkaException e) {
      return Outcome.AWAY;
    }
  }

  private static void put(Handle handle, TagCorrection said) {
    TagCorrection.SaidOf of = said.saidOf();
    TagCorrection.Undone undone = said.undone();
    handle
        .createUpdate(
            """
            INSERT INTO tag_correction (article, id, tag, subject, says, version, quote, note, who,
                at, undone_by, undone_at)
            VALUES (:article, :id, :tag, :subject, :says, :version, :quote, :note, :who, :at,
                :undoneBy, :undoneAt)
            ON CONFLICT (article, id) DO UPDATE SET says = excluded.says,
                version = excluded.version, quote = excluded.quote, note = excluded.note,
                who = excluded.who, at = excluded.at, undone_by = excluded.undone_by,
                undone_at = excluded.undone_at
            """)
        .bind("article", said.article())
        .bind("id", said.id())
        .bind("tag", said.tag().code())
        .bind("subject", said.subject())
        .bind("says", said.says())
        .bind("version", of == null ? null : of.version())
        .bind("quote", of == null ? null : of.quote())
        .bind("note", said.note())
        .bind("who", said.who())
        .bind("at", said.at().atOffset(ZoneOffset.UTC))
        .bind("undoneBy", undone == null ? null : undone.who())
        .bind("undoneAt", undone == null ? null : undone.at().atOffset(ZoneOffset.UTC))
        .execute();
  }

  private List<TagCorrection> rows(String article) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM tag_correction WHERE article = :article")
                .bind("article", article)
                .map((row, context) -> read(row))
                .list());
  }

  private static TagCorrection read(ResultSet row) throws SQLException {
    String version = row.getString("version");
    String quote = row.getString("quote");
    String undoneBy = row.getString("undone_by");
    return new TagCorrection(
        row.getString("article"),
        CorrectedTag.of(row.getString("tag")).orElseThrow(),
        row.getString("subject"),
        row.getString("says"),
        row.getString("who"),
        Objects.requireNonNull(instant(row, "at")),
        row.getString("note"),
        version == null && quote == null ? null : new TagCorrection.SaidOf(version, quote),
        undoneBy == null
            ? null
            : new TagCorrection.Undone(
                undoneBy, Objects.requireNonNull(instant(row, "undone_at"))));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** As exact as the database keeps it, so that one moment is the same everywhere. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
