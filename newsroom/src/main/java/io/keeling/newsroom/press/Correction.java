package io.keeling.newsroom.press;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a newspaper changed in an article after it was out. Immutable and safe to share.
 *
 * @param modified when
 * @param title the new headline, if it changed
 * @param replace words to replace, by the words that stand there now; each must occur
 * @param prepend paragraphs put first
 * @param append paragraphs put last
 */
public record Correction(
    OffsetDateTime modified,
    @Nullable String title,
    Map<String, String> replace,
    List<String> prepend,
    List<String> append) {

  /** Takes what the file leaves out as empty. */
  public Correction {
    replace = replace == null ? Map.of() : Map.copyOf(replace);
    prepend = prepend == null ? List.of() : List.copyOf(prepend);
    append = append == null ? List.of() : List.copyOf(append);
  }
}
