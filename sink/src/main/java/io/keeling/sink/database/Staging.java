package io.keeling.sink.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.keeling.contract.article.Article;
import io.keeling.contract.article.NewsDate;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.Json;
import io.keeling.sink.batch.WritePlan.Row;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * A temporary table into which rows are loaded with COPY, PostgreSQL's fastest way, and from which
 * the tables are filled. Every commit empties it. Its largest column is uncompressed, as it is
 * written and read once.
 */
final class Staging {

  private static final String MISSING = "SELECT to_regclass('pg_temp.staged_article') IS NULL";

  private static final String CREATE =
      """
      CREATE TEMPORARY TABLE staged_article (
          current boolean, kept boolean, id text, revision integer, version text, url text,
          canonical_url text,
          source_id text, source_name text, source_domain text, title text, subtitle text,
          authors text[], published text, modified text, published_at timestamptz,
          fetched_at timestamptz, published_before timestamptz, language text, section text,
          keywords text[], image jsonb, free boolean, climate_grade text, climate_score real,
          story_id text, document jsonb, trace text
      ) ON COMMIT DELETE ROWS;
      ALTER TABLE staged_article ALTER COLUMN document SET STORAGE EXTERNAL\
      """;

  private static final String COPY = "COPY staged_article FROM STDIN (ENCODING 'UTF8')";

  /** Bytes sent together, enough to keep the connection busy. */
  private static final int PIECE = 1 << 20;

  private Staging() {}

  /** Creates the table, once per session and outside the writing transactions. */
  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean missing;
      try (ResultSet rows = statement.executeQuery(MISSING)) {
        missing = rows.next() && rows.getBoolean(1);
      }
      if (missing) {
        statement.execute(CREATE);
      }
    }
  }

  static void fill(Connection connection, List<Row> rows) throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    try {
      CopyText text = new CopyText();
      for (Row row : rows) {
        write(text, row);
        if (text.length() >= PIECE) {
          copy.writeToCopy(text.bytes(), 0, text.length());
          text.clear();
        }
      }
      copy.writeToCopy(text.bytes(), 0, text.length());
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void write(CopyText text, Row row) {
    EnrichedArticle enriched = row.store().article();
    Article article = enriched.article();
    text.column(row.current())
        .column(row.kept())
        .column(article.id())
        .column(enriched.revision())
        .column(article.version())
        .column(article.url())
        .column(article.canonicalUrl())
        .column(article.source().id())
        .column(article.source().name())
        .column(article.source().domain())
        .column(article.title())
        .column(article.subtitle())
        .column(article.authors())
        .column(published(article))
        .column(NewsDate.plausible(article.modifiedAt(), article.fetchedAt()))
        .column(instant(published(article)))
        .column(article.fetchedAt())
        .column(publishedBefore(article))
        .column(article.language())
        .column(article.section())
        .column(article.keywords())
        .column(json(article.image()))
        .column(article.free())
        .column(enriched.climate().grade().name().toLowerCase(Locale.ROOT))
        .column(enriched.climate().score())
        .column(enriched.story() == null ? null : enriched.story().id())
        .column(row.store().json())
        .column(row.store().trace())
        .endRow();
  }

  /**
   * Returns when an article was published or fetched, whichever is earlier; null without a date of
   * publication.
   */
  private static @Nullable Instant publishedBefore(Article article) {
    Instant published = instant(published(article));
    return published != null && published.isAfter(article.fetchedAt())
        ? article.fetchedAt()
        : published;
  }

  /**
   * The date of publication; null if it is implausible, since PostgreSQL refuses some implausible
   * dates.
   */
  private static @Nullable NewsDate published(Article article) {
    return NewsDate.plausible(article.publishedAt(), article.fetchedAt());
  }

  private static @Nullable Instant instant(@Nullable NewsDate date) {
    return date == null ? null : date.instant();
  }

  private static @Nullable String json(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    try {
      return Objects.requireNonNull(Json.MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of the contract is always JSON", e);
    }
  }
}
