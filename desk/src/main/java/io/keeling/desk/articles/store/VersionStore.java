package io.keeling.desk.articles.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.article.ArticleLimits;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.database.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The versions of articles: every wording that was ever fetched. Threads may share it. */
public final class VersionStore {

  /** Maximum number of versions listed, latest first. A live blog has hundreds. */
  private static final int MOST = 500;

  /**
   * A version.
   *
   * @param version its hash
   * @param revision its place in the order of the article's versions
   * @param modifiedAt when the publisher last changed it, as written on the page
   * @param fetchedAt when this version was first fetched
   * @param characters length of the text in UTF-16 code units, which shows how much changed
   * @param current whether it is the latest
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Version(
      String version,
      int revision,
      String title,
      @Nullable String modifiedAt,
      Instant fetchedAt,
      int characters,
      boolean current) {}

  private final Database database;

  public VersionStore(Database database) {
    this.database = database;
  }

  /** An article's versions, latest first; empty if there is no such article. */
  public List<Version> list(String id) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT v.version, v.revision, left(v.document ->> 'title', :title) AS title,
                           v.document ->> 'modifiedAt' AS modified_at, v.fetched_at,
                           length(v.document ->> 'text') AS characters,
                           v.version = a.version AS current
                    FROM article a JOIN article_version v ON v.article_id = a.id
                    WHERE a.id = :id ORDER BY v.fetched_at DESC, v.revision DESC, v.version LIMIT :most
                    """)
                .bind("id", id)
                .bind("title", ArticleLimits.TITLE)
                .bind("most", MOST)
                .mapTo(Version.class)
                .list());
  }

  /** One version of an article, with the last tags of that version. */
  public Optional<EnrichedArticle> find(String id, String version) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT v.document, %s FROM article_version v"
                            .formatted(StoryOutlets.column("v.document -> 'story' ->> 'id'"))
                        + " WHERE v.article_id = :id AND v.version = :version")
                .bind("id", id)
                .bind("version", version)
                .map(
                    (row, context) ->
                        StoredDocument.read(row.getString("document"), row.getInt("outlets")))
                .findOne());
  }
}
