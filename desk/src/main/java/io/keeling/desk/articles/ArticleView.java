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
 * The page of one article as its template shows it.
 *
 * @param frame around it
 * @param dates the reader's way to write dates
 * @param enriched the article
 * @param older whether it is a version that has been replaced
 * @param text its text with highlights
 * @param hits what of it was searched for
 * @param tags why it has its tags
 * @param provenance where it comes from
 * @param citation how these words are cited, in one line
 * @param original the publisher's page, none where its address is not one to follow
 * @param source the outlet's articles
 * @param language what it is written in
 * @param story the other tellings of its story, none where it stands alone
 * @param neighbours the way back to the list and on in it, none where it was not opened from one
 * @param collected the collections it is in
 * @param all every version, latest first
 * @param editor whether whoever looks may say something of the tags
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
    Collected collected,
    List<Version> all,
    boolean editor) {

  /**
   * Where an article has what was searched for.
   *
   * @param title its title
   * @param standfirst its subtitle, empty where it has none
   * @param note its correction note, empty where it has none
   * @param any whether anything of it was
   */
  public record Hits(
      List<Segment<Boolean>> title,
      List<Segment<Boolean>> standfirst,
      List<Segment<Boolean>> note,
      boolean any) {}

  /**
   * In which collections it is.
   *
   * @param collections their pages, the one changed last first
   * @param put where it is put into one, none for who may not
   */
  public record Collected(List<Link> collections, @Nullable String put) {
    /** Whether there is anything to show. */
    public boolean any() {
      return !collections.isEmpty() || put != null;
    }
  }

  /** A live blog has some hundreds; the API lists them all. */
  private static final int MOST_VERSIONS = 20;

  /** The article without its tags. */
  public Article article() {
    return enriched.article();
  }

  /** Its language for the browser, none where it is not known. */
  public @Nullable String tongue() {
    return ResultItems.tongue(article().language());
  }

  /** Address of the article in its current version. */
  public String href() {
    return "/articles/" + article().id();
  }

  /** Where what editors say of its tags stands. */
  public String corrections() {
    return href() + "/corrections";
  }

  /** Where the version that is shown stands beside the one before it. */
  public String compare() {
    return href() + "/diff?to=" + article().version();
  }

  /** The versions that are shown. */
  public List<Version> versions() {
    return all.subList(0, Math.min(all.size(), MOST_VERSIONS));
  }

  /** How many versions are not. */
  public int moreVersions() {
    return all.size() - versions().size();
  }

  /** The names of who wrote it, empty for none. */
  public String byline() {
    return String.join(", ", article().authors());
  }
}
