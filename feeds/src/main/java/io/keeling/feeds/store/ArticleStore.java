package io.keeling.feeds.store;

import io.keeling.contract.article.ArticleLimits;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.feeds.query.ArticleQuery;
import io.keeling.feeds.query.Cursor;
import io.keeling.feeds.query.Sort;
import io.keeling.feeds.text.Excerpt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Articles in their current state. Threads may share it. Every method throws {@link
 * org.jdbi.v3.core.JdbiException} where the database does not answer.
 */
public final class ArticleStore {

  /** Of a longer text only this much is searched for the best place to show. */
  private static final int SNIPPET_SOURCE = 50_000;

  private static final int SNIPPET_LENGTH = 260;

  private static final String SNIPPET_OPTIONS =
      "StartSel=\"%c\", StopSel=\"%c\", MaxFragments=2, MaxWords=24, MinWords=12, FragmentDelimiter=\" … \""
          .formatted(Excerpt.OPEN, Excerpt.CLOSE);

  private static final String TITLE_OPTIONS =
      "StartSel=\"%c\", StopSel=\"%c\", HighlightAll=true".formatted(Excerpt.OPEN, Excerpt.CLOSE);

  /**
   * How well an article matches: cover density (Clarke et al., 2000) tamed by length, up to twice
   * as much for news of the day, half as much again after thirty days.
   */
  private static final String SCORE =
      """
      CAST(ts_rank_cd(a.search, %s, 1)
        * (1 + 1 / (1 + greatest(0, extract(epoch FROM CAST(:as_of AS timestamptz) - a.sorted_at))
                        / (30 * 86400.0))) AS double precision)
      """;

  private final Database database;

  public ArticleStore(Database database) {
    this.database = database;
  }

  /** A page of articles. */
  public ArticleListing list(ArticleQuery query) {
    return database.read(
        handle -> {
          WordQuery words = WordQuery.of(query.filters(), handle);
          if (words.tooCommon()) {
            return new ArticleListing(List.of(), null, Total.of(0), true);
          }
          Instant asOf = query.cursor() == null ? Instant.now() : query.cursor().asOf();
          List<ListedArticle> rows = rows(handle, query, words, asOf);
          boolean more = rows.size() > query.limit();
          List<ListedArticle> items = more ? rows.subList(0, query.limit()) : rows;
          return new ArticleListing(
              items,
              more ? position(query.sort(), items.get(items.size() - 1), asOf) : null,
              total(handle, query, words),
              false);
        });
  }

  private static Cursor position(Sort sort, ListedArticle last, Instant asOf) {
    return new Cursor(sort, last.sortedAt(), last.id(), last.score(), asOf);
  }

  private static List<ListedArticle> rows(
      Handle handle, ArticleQuery query, WordQuery words, Instant asOf) {
    ArticleSql sql = new ArticleSql(query.filters(), words);
    Query statement =
        handle
            .createQuery(statement(query, sql, words))
            .bindMap(sql.bindings())
            .bindMap(ArticleSql.bindings(query.cursor()))
            .bind("limit", query.limit() + 1)
            .bind("lead", SNIPPET_LENGTH * 2);
    if (words.given()) {
      statement
          .bind("snippet_source", SNIPPET_SOURCE)
          .bind("snippet_options", SNIPPET_OPTIONS)
          .bind("title_source", ArticleLimits.TITLE)
          .bind("title_options", TITLE_OPTIONS);
    }
    if (query.sort() == Sort.RELEVANCE) {
      statement.bind("as_of", ArticleSql.time(Cursor.moment(asOf))).bind("most", Total.MOST);
    }
    return statement.map((row, context) -> listed(row)).list();
  }

  private static String statement(ArticleQuery query, ArticleSql sql, WordQuery words) {
    String order =
        switch (query.sort()) {
          case NEWEST -> ArticleSql.NEWEST;
          case OLDEST -> ArticleSql.OLDEST;
          case RELEVANCE -> ArticleSql.RELEVANCE;
        };
    String after = ArticleSql.after(query.sort(), query.cursor());
    String page =
        query.sort() == Sort.RELEVANCE
            ? ranked(sql, words, after)
            : """
            page AS (
                SELECT a.id, a.sorted_at, CAST(0 AS double precision) AS score FROM article a
                WHERE %s AND %s ORDER BY %s LIMIT :limit)
            """
                .formatted(sql.condition(), after, order);
    String marked =
        words.given()
            ? """
            ts_headline(a.search_config, translate(left(a.text, :snippet_source), '\u0002\u0003', ''),
                %1$s, :snippet_options) AS snippet,
            ts_headline(a.search_config, translate(left(a.title, :title_source), '\u0002\u0003', ''),
                %1$s, :title_options) AS marked_title
            """
                .formatted(words.own())
            : "NULL AS snippet, NULL AS marked_title";
    return """
    WITH %s
    SELECT a.document, left(a.text, :lead) AS lead, a.sorted_at, a.stored_at,
           page.score, %s, %s
    FROM page JOIN article a ON a.id = page.id ORDER BY %s
    """
        .formatted(page, StoryOutlets.COLUMN, marked, order.replace("a.score", "page.score"));
  }

  /**
   * Ranks the newest matches only, so that a word of every article costs no more than a rare one.
   */
  private static String ranked(ArticleSql sql, WordQuery words, String after) {
    return """
    newest AS (
        SELECT a.id, a.sorted_at, a.search, a.search_config FROM article a
        WHERE %s ORDER BY %s LIMIT :most),
    scored AS (SELECT a.id, a.sorted_at, %s AS score FROM newest a),
    page AS (SELECT a.* FROM scored a WHERE %s ORDER BY %s LIMIT :limit)
    """
        .formatted(
            sql.condition(),
            ArticleSql.NEWEST,
            SCORE.formatted(words.own()),
            after,
            ArticleSql.RELEVANCE);
  }

  private static Total total(Handle handle, ArticleQuery query, WordQuery words) {
    ArticleSql sql = new ArticleSql(query.filters(), words);
    return Total.of(
        handle
            .createQuery(
                "SELECT count(*) FROM (SELECT 1 FROM article a WHERE %s LIMIT :most) counted"
                    .formatted(sql.condition()))
            .bindMap(sql.bindings())
            .bind("most", Total.MOST + 1)
            .mapTo(Integer.class)
            .one());
  }

  /** An article, or nothing where there is none of this id. */
  public Optional<EnrichedArticle> find(String id) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT a.document, a.text, %s FROM article a WHERE a.id = :id"
                        .formatted(StoryOutlets.COLUMN))
                .bind("id", id)
                .map(
                    (row, context) ->
                        StoredDocument.read(
                            row.getString("document"),
                            row.getString("text"),
                            row.getInt("outlets")))
                .findOne());
  }

  private static ListedArticle listed(ResultSet row) throws SQLException {
    EnrichedArticle article =
        StoredDocument.read(row.getString("document"), "", row.getInt("outlets"));
    String title = row.getString("marked_title");
    return new ListedArticle(
        article,
        title == null ? Excerpt.plain(article.article().title()) : Excerpt.marked(title),
        snippet(row.getString("snippet"), row.getString("lead")),
        instant(row, "sorted_at"),
        instant(row, "stored_at"),
        row.getDouble("score"));
  }

  /** The best place in the text, or its beginning where only the title matches. */
  private static Excerpt snippet(@Nullable String marked, String lead) {
    if (marked == null || marked.indexOf(Excerpt.OPEN) < 0) {
      return Excerpt.beginning(lead, SNIPPET_LENGTH);
    }
    Excerpt excerpt = Excerpt.marked(marked);
    String start = excerpt.text().substring(0, Math.min(excerpt.text().length(), 30));
    boolean fromTheStart = lead.replaceAll("\\s+", " ").startsWith(start);
    return Excerpt.marked((fromTheStart ? "" : "… ") + marked + (ends(excerpt.text()) ? "" : " …"));
  }

  private static boolean ends(String text) {
    return !text.isEmpty() && ".!?”\"»".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
