package io.keeling.desk.articles;

import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.articles.store.VersionStore.Version;
import io.keeling.desk.label.Dates;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Link;
import io.keeling.search.text.Segment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The model of an article page's template. Immutable; threads may share it.
 *
 * @param older whether a newer version exists
 * @param hits which parts match the search
 * @param tags explains the tags
 * @param provenance where the fields come from
 * @param citation the citation in one line
 * @param original the publisher's page, null if its address is not safe
 * @param source a link to the outlet's articles
 * @param story other tellings of its story, null if there are none
 * @param neighbours links back to the list and to its neighbours, null if not opened from a list
 * @param collected the collections it is in
 * @param all every version, latest first
 * @param editor whether the caller may correct tags
 */
public record ArticleView(
    Frame frame,
    Dates dates,
    EnrichedArticle enriched,
    boolean older,
    TextView text,
    Hits hits,
    TagsView tags,
    Provenances provenance,
    String citation,
    @Nullable String original,
    Link source,
    String language,
    @Nullable Link story,
    @Nullable Neighbours neighbours,
    CollectionLinks collected,
    List<Version> all,
    boolean editor) {

  /**
   * The parts of an article that match the search.
   *
   * @param standfirst its subtitle, empty if it has none
   * @param note its correction note, empty if it has none
   * @param any whether any part matches
   */
  public record Hits(
      List<Segment<Boolean>> title,
      List<Segment<Boolean>> standfirst,
      List<Segment<Boolean>> note,
      boolean any) {}

  /**
   * The collections of an article.
   *
   * @param collections their pages, most recently changed first
   * @param put the address for adding the article to a collection, null if the caller may not add
   *     it
   */
  public record CollectionLinks(List<Link> collections, @Nullable String put) {
    public boolean any() {
      return !collections.isEmpty() || put != null;
    }
  }

  /** Maximum number of versions shown. Live blogs have hundreds; the API lists them all. */
  private static final int MOST_VERSIONS = 20;

  public Article article() {
    return enriched.article();
  }

  /** The language tag for the browser; null if the language is unknown. */
  public @Nullable String tongue() {
    return ResultItems.tongue(article().language());
  }

  /** The address of the article's current version. */
  public String href() {
    return "/articles/" + article().id();
  }

  /** The address of the page for tag corrections. */
  public String corrections() {
    return href() + "/corrections";
  }

  /** The address of the comparison with the previous version. */
  public String compare() {
    return href() + "/diff?to=" + article().version();
  }

  public List<Version> versions() {
    return all.subList(0, Math.min(all.size(), MOST_VERSIONS));
  }

  public int moreVersions() {
    return all.size() - versions().size();
  }

  /** The authors' names; empty if none are known. */
  public String byline() {
    return String.join(", ", article().authors());
  }
}
