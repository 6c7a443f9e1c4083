package io.keeling.newsroom.expect;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of one edition of an article, as a reader without a subscription sees them.
 *
 * @param title the headline
 * @param modified when the outlet says it changed it; null for the first edition
 * @param paragraphs paragraphs and quotations, word for word, in order
 * @param headings subheadings within the text
 */
public record ExpectedVersion(
    String title,
    @Nullable OffsetDateTime modified,
    List<String> paragraphs,
    List<String> headings) {

  /** Copies the lists. */
  public ExpectedVersion {
    paragraphs = List.copyOf(paragraphs);
    headings = List.copyOf(headings);
  }
}
