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
 * A record that could not be processed, why, and how to replay it: the value of {@code
 * keeling.dead-letters}, keyed by the origin's key. Safe to share between threads as long as nobody
 * writes to {@link #payload}.
 *
 * <p>To replay is to write {@link #payload} with {@link #headers} and the origin's key to the
 * origin's topic again. The bytes are handed through and never compared: two dead letters are equal
 * only if they hold the same array.
 *
 * <p>Its components are the fields of its JSON, which lie beside one another; {@link
 * DeadLetterBuilder} makes it field by field.
 *
 * @param stage where it happened
 * @param reason what was wrong, from a short fixed list in lower case with hyphens, such as {@code
 *     too-short} or {@code gone}: what dead letters are counted by
 * @param message one line for a person, cut after {@link #LONGEST_MESSAGE} characters; never the
 *     content itself
 * @param exception class of the exception, if one was thrown
 * @param origin the record
 * @param sourceId the source that led to it, if known
 * @param url the page it is about, if known
 * @param trace one id from discovery to store
 * @param at when it happened
 * @param headers the record's headers, the last of each name, as UTF-8 text
 * @param payload the record's value; absent where the record had none, and where it is larger than
 *     {@link #LARGEST_PAYLOAD}, and then still in the origin topic for as long as that keeps it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetter(
    Stage stage,
    String reason,
    String message,
    @Nullable String exception,
    Origin origin,
    @Nullable String sourceId,
    @Nullable String url,
    @Nullable String trace,
    Instant at,
    Map<String, String> headers,
    byte @Nullable [] payload) {

  /**
   * Largest payload that travels inside a dead letter, in bytes: 4 MiB, which are 5.4 MiB as
   * base64. Chosen: a letter with all its headers is then less than half of the largest record.
   */
  public static final int LARGEST_PAYLOAD = 4 * 1024 * 1024;

  private static final Pattern CONTROL_CHARACTERS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  /** Longest message, in UTF-16 code units. Chosen: a line that a person still reads. */
  public static final int LONGEST_MESSAGE = 1000;

  /** Copies and sorts the headers, makes the message one line, leaves out too large a payload. */
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

  /** Begins a dead letter with what each has. */
  public static DeadLetterBuilder builder(
      Stage stage, String reason, String message, Origin origin, Instant at) {
    return new DeadLetterBuilder(stage, reason, message, origin, at);
  }

  /** Begins a dead letter that is like this one but for what is set. */
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

  /** The same letter, about a page whose address or source the headers do not tell. */
  public DeadLetter about(@Nullable String source, @Nullable String page) {
    return toBuilder().about(source, page).build();
  }

  /** The same letter without headers and payload, which are still in the origin topic. */
  public DeadLetter withoutContent() {
    return toBuilder().content(Map.of(), null).build();
  }

  /** Names the dead letter without its payload, which never reaches a log. */
  @Override
  public String toString() {
    return "DeadLetter[" + stage + " " + reason + " " + origin + "]";
  }
}
