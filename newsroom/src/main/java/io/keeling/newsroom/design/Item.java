package io.keeling.newsroom.design;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as lists and feeds show it.
 *
 * @param title headline
 * @param url absolute address that links lead to
 * @param summary one or two sentences
 * @param published when it came out
 * @param modified when it was changed, or null
 * @param section the outlet's section
 * @param authors people of the byline
 * @param picture address of a small picture
 * @param html the whole text as HTML, for feeds that carry it; empty for pages without a text
 */
public record Item(
    String title,
    String url,
    String summary,
    OffsetDateTime published,
    @Nullable OffsetDateTime modified,
    String section,
    List<String> authors,
    String picture,
    String html) {

  /** When it was last touched. */
  public OffsetDateTime updated() {
    return modified == null ? published : modified;
  }
}
