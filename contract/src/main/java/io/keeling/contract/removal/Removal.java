package io.keeling.contract.removal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A decision about one article, that it is taken down or may come again: the value of {@code
 * keeling.removals}, keyed by {@link #id}. The last one of a key counts, and none is ever deleted:
 * it is the record of why.
 *
 * @param id the article's id
 * @param removed true if the article is taken down, false if it may come again
 * @param reason why, in the words of whoever decided; nothing of the article's text
 * @param decidedAt when
 * @param url the article's canonical address; absent where nobody knew it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Removal(
    String id, boolean removed, String reason, Instant decidedAt, @Nullable String url) {

  /** Most characters of a reason. Chosen: a sentence or two and the number of a letter. */
  public static final int LONGEST_REASON = 1_000;

  /** What {@code keeling-removal} says of an article that is taken down. */
  public static final String REMOVED = "removed";

  /** What it says of one that may come again. */
  public static final String RESTORED = "restored";

  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  /**
   * Checks what was decided.
   *
   * @throws IllegalArgumentException if the id is none, or the reason is empty or too long
   */
  public Removal {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(decidedAt, "decidedAt");
    if (!isId(id)) {
      throw new IllegalArgumentException("an article's id has 32 hexadecimal digits");
    }
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException(
          "a reason has 1 to " + LONGEST_REASON + " characters, not " + reason.length());
    }
  }

  /** What was decided, as {@code keeling-removal} says it. */
  public String decision() {
    return removed ? REMOVED : RESTORED;
  }

  /** Whether a text has the form of an article's id. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }
}
