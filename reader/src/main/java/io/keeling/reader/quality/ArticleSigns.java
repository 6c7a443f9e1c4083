package io.keeling.reader.quality;

import io.keeling.contract.article.NewsDate;
import io.keeling.reader.dates.PageDates;
import io.keeling.reader.metadata.Chosen;
import io.keeling.reader.metadata.PageEvidence;
import io.keeling.reader.metadata.TitleFinder.Headline;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Signs other than its text that a page is an article.
 *
 * @param headed the page shows a headline
 * @param signed an author is named
 * @param dated the day of publication is given in a usual place
 * @param declared the metadata call the page an article
 */
public record ArticleSigns(boolean headed, boolean signed, boolean dated, boolean declared) {

  /** Number of signs that together only articles have. */
  private static final int MANY = 3;

  public static ArticleSigns of(
      PageEvidence evidence, Headline headline, List<String> authors, PageDates dates) {
    return new ArticleSigns(
        headline.block() != null,
        !authors.isEmpty(),
        isTold(dates.published()),
        isDeclared(evidence));
  }

  public int count() {
    return (headed ? 1 : 0) + (signed ? 1 : 0) + (dated ? 1 : 0) + (declared ? 1 : 0);
  }

  boolean vouch() {
    return count() >= MANY;
  }

  /**
   * Whether a date was found in a usual place; one found anywhere on a page may be the date of
   * anything.
   */
  private static boolean isTold(@Nullable Chosen<NewsDate> date) {
    return date != null
        && !date.origin().equals("date-anywhere")
        && !date.origin().equals("date-in-text");
  }

  private static boolean isDeclared(PageEvidence evidence) {
    String type = evidence.metas().first("og:type");
    return evidence.structured().article() != null
        || evidence.metas().first("article:published_time") != null
        || (type != null && type.toLowerCase(Locale.ROOT).contains("article"));
  }
}
