package io.keeling.contract.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One version of one news article: the value of {@code keeling.articles}. Its components are the
 * fields of its JSON; {@link ArticleBuilder} builds it field by field.
 *
 * @param id hash of the canonical URL, stable across versions; see {@link ArticleIds#id}
 * @param version hash of the words a reader sees, equal for two fetches of the same words; see
 *     {@link ArticleIds#version}
 * @param url the address the page was fetched from, after redirects
 * @param canonicalUrl the address that identifies the article: the one that its page declares, or
 *     else the fetched one without fragment and known tracking parameters
 * @param title the headline, without the outlet's name
 * @param subtitle the standfirst under the headline, if the text does not contain it
 * @param authors people, in the order of the byline; if the byline names none, the agency,
 *     institution or desk that it names, never the outlet itself; may be empty
 * @param publishedAt when the article was first published, if the page gives it
 * @param modifiedAt when the publisher last changed it, if the page gives it
 * @param fetchedAt when this version was first fetched
 * @param language ISO 639-1 code, {@code und} if undetermined
 * @param section the outlet's own section name
 * @param keywords the outlet's own keywords
 * @param text the body: paragraphs with a blank line between them. Offsets into it count UTF-16
 *     code units
 * @param correctionNote the outlet's note about a correction, as one line outside the text; null if
 *     there is none
 * @param posts number of posts of a live report in the text, below its summary; null if it is not a
 *     live report
 * @param image the lead image
 * @param free false if behind a paywall
 * @param provenance the rule that gave each field
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Article(
    String id,
    String version,
    String url,
    String canonicalUrl,
    Outlet source,
    String title,
    @Nullable String subtitle,
    List<String> authors,
    @Nullable NewsDate publishedAt,
    @Nullable NewsDate modifiedAt,
    Instant fetchedAt,
    String language,
    @Nullable String section,
    List<String> keywords,
    String text,
    @Nullable String correctionNote,
    @Nullable Integer posts,
    @Nullable Image image,
    boolean free,
    Provenance provenance) {

  public Article {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(canonicalUrl, "canonicalUrl");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(fetchedAt, "fetchedAt");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(text, "text");
    authors = authors == null ? List.of() : List.copyOf(authors);
    keywords = keywords == null ? List.of() : List.copyOf(keywords);
    provenance = provenance == null ? Provenance.NONE : provenance;
  }

  /** Returns a free article with only these fields. */
  public static Article of(
      String url, Outlet source, String title, String text, String language, Instant fetchedAt) {
    return builder(url, source, title, text, fetchedAt).language(language).build();
  }

  public static ArticleBuilder builder(
      String url, Outlet source, String title, String text, Instant fetchedAt) {
    return new ArticleBuilder(url, source, title, text, fetchedAt);
  }

  /** Returns a builder with the fields of this article, its id and version included. */
  public ArticleBuilder toBuilder() {
    return new ArticleBuilder(this);
  }

  public Article withSource(Outlet outlet) {
    return toBuilder().source(outlet).build();
  }

  /** Returns this article with the id and version computed from its fields. */
  public Article identified() {
    return toBuilder().identified().build();
  }

  /** Omits the article's text, which must never reach a log. */
  @Override
  public String toString() {
    return "Article[" + id + "@" + version + " " + canonicalUrl + "]";
  }
}
