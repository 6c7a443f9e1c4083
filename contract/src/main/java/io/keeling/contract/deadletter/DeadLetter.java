package io.keeling.contract.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be processed, with the reason and everything a replay needs: the value of
 * {@code keeling.dead-letters}, keyed by the origin's key. Threads may share it as long as nobody
 * writes to {@link #payload}.
 *
 * <p>A replay writes {@link #payload} with {@link #headers} and the origin's key to the origin's
 * topic again. Dead letters are equal only if they share one payload array.
 *
 * @param stage the stage that failed
 * @param reason the category by which dead letters are counted: a word from a short fixed list, in
 *     lower case with hyphens, such as {@code too-short} or {@code gone}
 * @param message one line for a person, without content of the record, cut after {@link
 *     #LONGEST_MESSAGE} characters
 * @param exception class of the exception, if one was thrown
 * @param sourceId the source that led to the record, if known
 * @param url the page that the record is about, if known
 * @param trace the id that stays the same from an article's discovery to the store
 * @param headers the record's headers, the last of each name, as UTF-8 text
 * @param payload the record's value; null if it had none or if it is larger than {@link
 *     #LARGEST_PAYLOAD}. A larger value remains in the origin topic until that topic's retention
 *     removes it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetter(
    Stage stage,
    String reason,
    String message,
    @Nullable String exception,
    RecordOrigin origin,
    @Nullable String sourceId,
    @Nullable String url,
    @Nullable String trace,
    Instant at,
    Map<String, String> headers,
    byte @Nullable [] payload) {

  /**
   * Largest payload of a dead letter, in bytes: 4 MiB, or 5.4 MiB in base64. With all its headers
   * the letter is then less than half of the largest record.
   */
  public static final int LARGEST_PAYLOAD = 4 * 1024 * 1024;

  private static final Pattern CONTROL_CHARACTERS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  /** Longest message, in UTF-16 code units. */
  public static final int LONGEST_MESSAGE = 1000;

  /** Sorts the headers, makes the message one line, and drops a payload that is too large. */
  public DeadLetter {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(at, "at");
    message = oneLine(message);
    SortedMap<String, String> sorted = new TreeMap<>(headers == null ? Map.of() : headers);
    sorted.values().removeIf(Objects::isNull);
    headers = Collections.unmodifiableSortedMap(sorted);
    payload = payload != null && payload.length > LARGEST_PAYLOAD ? null : payload;
  }

  public static DeadLetterBuilder builder(
      Stage stage, String reason, String message, RecordOrigin origin, Instant at) {
    return new DeadLetterBuilder(stage, reason, message, origin, at);
  }

  /** Returns a builder with the fields of this dead letter. */
  public DeadLetterBuilder toBuilder() {
    return new DeadLetterBuilder(this);
  }

  private static String oneLine(String message) {
    String line = CONTROL_CHARACTERS.matcher(message).replaceAll(" ").strip();
    if (line.length() <= LONGEST_MESSAGE) {
      return line;
    }
    int end = LONGEST_MESSAGE - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** Returns this letter with a source and a page that are not in its headers. */
  public DeadLetter about(@Nullable String source, @Nullable String page) {
    return toBuilder().about(source, page).build();
  }

  /** Returns this letter without headers and payload, which are still in the origin topic. */
  public DeadLetter withoutContent() {
    return toBuilder().content(Map.of(), null).build();
  }

  /** Omits the payload, which must never reach a log. */
  @Override
  public String toString() {
    return "DeadLetter[" + stage + " " + reason + " " + origin + "]";
  }
}
