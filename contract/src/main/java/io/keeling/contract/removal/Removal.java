package io.keeling.contract.removal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A decision to take an article down or to restore it: the value of {@code keeling.removals}, keyed
 * by {@link #id}. The last record of a key counts. Records are never deleted, as they document the
 * reasons.
 *
 * @param removed true if the article is taken down, false if it is restored
 * @param reason the reason, in the operator's words, without the article's text
 * @param url the article's canonical address, if known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Removal(
    String id, boolean removed, String reason, Instant decidedAt, @Nullable String url) {

  /** Longest reason, in characters: a sentence or two and a file number. */
  public static final int LONGEST_REASON = 1_000;

  /** The value of {@code keeling-removal} for an article that is taken down. */
  public static final String REMOVED = "removed";

  /** The value of {@code keeling-removal} for an article that is restored. */
  public static final String RESTORED = "restored";

  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  /**
   * @throws IllegalArgumentException if the id is malformed, or the reason is empty or too long
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

  /** Returns the value of {@code keeling-removal} for this decision. */
  public String decision() {
    return removed ? REMOVED : RESTORED;
  }

  /** Whether a text is an article's id. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }
}
