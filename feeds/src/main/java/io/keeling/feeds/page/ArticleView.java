package io.keeling.feeds.page;

import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.feeds.store.VersionStore.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one article as its template shows it. Immutable and safe to share between threads.
 *
 * @param site around it
 * @param enriched the article
 * @param older whether it is a version that has been replaced
 * @param text its text with highlights
 * @param tags why it has its tags
 * @param original the publisher's page, none where its address is not one to follow
 * @param source the outlet's articles
 * @param language what it is written in
 * @param story the other tellings of its story, none where it stands alone
 * @param versions every version, latest first
 */
public record ArticleView(
    Site site,
    EnrichedArticle enriched,
    boolean older,
    TextView text,
    TagsView tags,
    @Nullable String original,
    Link source,
    String language,
    @Nullable Link story,
    List<Version> versions) {

  /** The article without its tags. */
  public Article article() {
    return enriched.article();
  }

  /** Address of the article in its current version. */
  public String href() {
    return "/articles/" + article().id();
  }

  /** The names of who wrote it, empty for none. */
  public String byline() {
    return String.join(", ", article().authors());
  }
}
