package io.keeling.desk.corrections;

import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.correction.TagCorrection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code tag_correction}: the last correction of each tag of a stored article. The order
 * of the topic decides which one is last, not the time of the corrections.
 */
final class CorrectionRows {

  private static final String PUT =
      """
      INSERT INTO tag_correction (article, id, tag, subject, says, version, quote, note, who, at,
          undone_by, undone_at, place, topic)
      SELECT :article, :id, :tag, CAST(:subject AS text), :says, CAST(:version AS text),
          CAST(:quote AS text), CAST(:note AS text), :who, CAST(:at AS timestamptz),
          CAST(:undoneBy AS text), CAST(:undoneAt AS timestamptz), :place, CAST(:topic AS text)
      WHERE EXISTS (SELECT FROM article WHERE id = :article)
      ON CONFLICT (article, id) DO UPDATE SET says = excluded.says, version = excluded.version,
          quote = excluded.quote, note = excluded.note, who = excluded.who, at = excluded.at,
          undone_by = excluded.undone_by, undone_at = excluded.undone_at,
          place = excluded.place, topic = excluded.topic
      WHERE tag_correction.place IS NULL OR tag_correction.place < excluded.place
          OR tag_correction.topic IS DISTINCT FROM excluded.topic AND excluded.topic IS NOT NULL
      """;

  private CorrectionRows() {}

  /**
   * A correction with its position.
   *
   * @param place its offset; all corrections of a tag are in one partition
   */
  record Placed(TagCorrection said, long place) {}

  /**
   * Writes a correction that was just sent, if its article is stored and the table has no later
   * correction of the tag. The topic's id is not known yet; {@link #putRead} later confirms or
   * replaces the row.
   */
  static void putSent(Handle handle, Placed sent) {
    put(handle, List.of(sent), null);
  }

  /**
   * Writes corrections read from the topic, if their articles are stored and the table has no later
   * corrections of these tags from the same topic.
   *
   * @param topic id of the topic, as offsets of a recreated topic cannot be compared
   */
  static void putRead(Handle handle, Collection<Placed> read, String topic) {
    put(handle, read, topic);
  }

  private static void put(Handle handle, Collection<Placed> all, @Nullable String topic) {
    PreparedBatch batch = handle.prepareBatch(PUT);
    for (Placed placed : all) {
      TagCorrection said = placed.said();
      TagCorrection.SaidOf of = said.saidOf();
      TagCorrection.Undone undone = said.undone();
      batch
          .bind("article", said.article())
          .bind("id", said.id())
          .bind("tag", said.tag().code())
          .bind("subject", said.subject())
          .bind("says", said.says())
          .bind("version", of == null ? null : of.version())
          .bind("quote", of == null ? null : of.quote())
          .bind("note", said.note())
          .bind("who", said.who())
          .bind("at", exact(said.at()))
          .bind("undoneBy", undone == null ? null : undone.who())
          .bind("undoneAt", undone == null ? null : exact(undone.at()))
          .bind("place", placed.place())
          .bind("topic", topic)
          .add();
    }
    batch.execute();
  }

  /** Truncates to microseconds, which the database would round up. */
  private static OffsetDateTime exact(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  /** Deletes corrections by their record keys. */
  static void forget(Handle handle, Collection<String> keys) {
    handle.execute(
        "DELETE FROM tag_correction WHERE article || '/' || id = ANY (?) AND article = ANY (?)",
        keys.toArray(String[]::new),
        keys.stream().map(key -> key.substring(0, key.indexOf('/'))).toArray(String[]::new));
  }

  static List<TagCorrection> of(Handle handle, String article) {
    return handle
        .createQuery("SELECT * FROM tag_correction WHERE article = :article")
        .bind("article", article)
        .map((row, context) -> read(row))
        .list();
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
}
