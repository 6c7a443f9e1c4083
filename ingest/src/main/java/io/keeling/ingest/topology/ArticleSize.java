package io.keeling.ingest.topology;

import io.keeling.contract.article.Article;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import java.util.Objects;

/** Finds articles that are too large for a record, before they are written. */
final class ArticleSize {

  /**
   * Number of bytes reserved for the tags of enrich and the record's overhead. Not configurable, as
   * the largest record is part of the contract.
   */
  private static final int MARGIN = 256 * 1024;

  private static final int LARGEST = Topics.LARGEST_RECORD - MARGIN;

  /**
   * Page size, in bytes, up to which an article always fits: JSON needs at most six bytes for a
   * character (RFC 8259, section 7).
   */
  private static final int SURELY_FITS = LARGEST / 6;

  private ArticleSize() {}

  /**
   * @param bytes size of the page
   */
  static boolean fits(Article article, int bytes) {
    return bytes <= SURELY_FITS
        || Objects.requireNonNull(ContractSerdes.ARTICLE.serialize(Topics.ARTICLES.name(), article))
                .length
            <= LARGEST;
  }
}
