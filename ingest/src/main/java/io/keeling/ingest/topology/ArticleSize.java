package io.keeling.ingest.topology;

import io.keeling.contract.article.Article;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import java.util.Objects;

/** Tells articles that no topic takes before they are written. */
final class ArticleSize {

  /**
   * Room for what enrich adds and for the record's overhead, in bytes. Chosen. No setting, for the
   * largest record is part of the contract.
   */
  private static final int MARGIN = 256 * 1024;

  /** What is left for an article, in bytes. */
  private static final int LARGEST = Topics.LARGEST_RECORD - MARGIN;

  /**
   * Size of a page, in bytes, whose article need not be measured: JSON writes a character in at
   * most six bytes (RFC 8259, section 7).
   */
  private static final int SURELY_FITS = LARGEST / 6;

  private ArticleSize() {}

  /**
   * Whether the article of a page fits.
   *
   * @param bytes size of the page
   */
  static boolean fits(Article article, int bytes) {
    return bytes <= SURELY_FITS
        || Objects.requireNonNull(ContractSerdes.ARTICLE.serialize(Topics.ARTICLES.name(), article))
                .length
            <= LARGEST;
  }
}
