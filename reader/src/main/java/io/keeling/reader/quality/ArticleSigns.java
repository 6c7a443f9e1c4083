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
 * What speaks for an article besides its text.
 *
 * @param headed a headline stands on the page
 * @param signed somebody is named as its author
 * @param dated the day of its publication is told where pages tell it
 * @param declared the metadata call the page an article
 */
public record ArticleSigns(boolean headed, boolean signed, boolean dated, boolean declared) {

  /** So many signs come together on articles only. */
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

  /** A day found anywhere on a page may be of anything. */
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
