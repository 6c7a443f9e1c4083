package io.keeling.desk.label;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.keeling.contract.article.Article;
import io.keeling.contract.article.NewsDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The citation of one version of an article. Immutable; threads may share it.
 *
 * @param text one line: authors, title, outlet, date, address, and when it was read
 * @param permalink the address of the version on the desk
 * @param version the cited version
 * @param readAt when the version was first fetched from the outlet
 * @param csl the citation for reference managers (CSL-JSON 1.0.2)
 */
public record Citation(String text, String permalink, String version, Instant readAt, Csl csl) {

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Csl(
      String id,
      String type,
      String title,
      @JsonProperty("container-title") String container,
      List<CslName> author,
      @Nullable CslDate issued,
      CslDate accessed,
      @JsonProperty("URL") String url,
      String archive,
      @JsonProperty("archive_location") String archiveLocation,
      String version,
      String language) {}

  /** A name that is not split into given and family names. */
  public record CslName(String literal) {}

  /** A date in parts. */
  public record CslDate(@JsonProperty("date-parts") List<List<Integer>> parts) {
    static CslDate of(LocalDate day) {
      return new CslDate(List.of(List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth())));
    }
  }

  /**
   * The citation of a version.
   *
   * @param site the desk's name
   * @param baseUrl its public address without a trailing slash
   */
  public static Citation of(Article article, String site, String baseUrl) {
    String permalink = permalink(article, baseUrl);
    return new Citation(
        text(article, permalink),
        permalink,
        article.version(),
        article.fetchedAt(),
        csl(article, site, permalink));
  }

  /** The permanent address of a version. */
  public static String permalink(Article article, String baseUrl) {
    return baseUrl + "/articles/" + article.id() + "/versions/" + article.version();
  }

  private static String text(Article article, String permalink) {
    String authors = String.join(", ", article.authors());
    NewsDate published = article.publishedAt();
    return (authors.isEmpty() ? "" : authors + ": ")
        + article.title()
        + ". "
        + article.source().name()
        + (published == null ? "" : ", " + published.day())
        + ". "
        + article.canonicalUrl()
        + " (read "
        + article.fetchedAt().truncatedTo(ChronoUnit.SECONDS)
        + ", kept as "
        + permalink
        + ")";
  }

  private static Csl csl(Article article, String site, String permalink) {
    NewsDate published = article.publishedAt();
    return new Csl(
        article.id() + "/" + article.version(),
        "article-newspaper",
        article.title(),
        article.source().name(),
        article.authors().stream().map(CslName::new).toList(),
        published == null ? null : CslDate.of(published.day()),
        CslDate.of(LocalDate.ofInstant(article.fetchedAt(), ZoneOffset.UTC)),
        article.canonicalUrl(),
        site,
        permalink,
        article.version(),
        article.language().equals("und") ? "" : article.language());
  }
}
