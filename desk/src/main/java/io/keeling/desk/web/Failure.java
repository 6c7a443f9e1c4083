package io.keeling.desk.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.desk.messages.Languages;
import io.keeling.desk.messages.Messages;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A failure to be sent as the answer to a request. Immutable; threads may share it.
 *
 * @param status HTTP status code
 * @param key key of its messages: {@code failure.KEY.title}, a few words, and {@code
 *     failure.KEY.message}, one line that says what is wrong and what to do
 * @param values values of the messages' placeholders, by name
 * @param parameter the invalid parameter, if that is the failure
 */
public record Failure(
    int status, String key, Map<String, Object> values, @Nullable String parameter) {

  /** The article does not exist, or no longer exists. */
  public static final Failure ARTICLE_UNKNOWN = of(404, "article-unknown");

  /** The article has no such version. */
  public static final Failure VERSION_UNKNOWN = of(404, "version-unknown");

  /** The story does not exist, or no longer exists. */
  public static final Failure STORY_UNKNOWN = of(404, "story-unknown");

  private static final String BAD_PARAMETER = "bad-parameter";

  /** Keys of failures that pass by themselves. */
  private static final Set<String> PASSING =
      Set.of("away", "schema-missing", "index-away", "rebuilding", "search-busy");

  /** A failure with the key of its messages. */
  public static Failure of(int status, String key) {
    return new Failure(status, key, Map.of(), null);
  }

  /**
   * An invalid parameter.
   *
   * @param problem one line, in English
   */
  public static Failure badParameter(String parameter, String problem) {
    return new Failure(400, BAD_PARAMETER, Map.of("problem", problem), parameter);
  }

  /**
   * The search index is being rebuilt and cannot be searched yet.
   *
   * @param percent how much of it is done
   */
  public static Failure rebuilding(int percent) {
    return new Failure(503, "rebuilding", Map.of("percent", percent), null);
  }

  /** An exception that ends an action with this failure as the answer. */
  public FailureException exception() {
    return new FailureException(this);
  }

  /** Whether the failure passes by itself. */
  public boolean passes() {
    return PASSING.contains(key);
  }

  public String title(Messages messages) {
    return messages.of("failure." + key + ".title", values);
  }

  public String message(Messages messages) {
    return messages.of("failure." + key + ".message", values);
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Body(int status, String error, @Nullable String parameter) {}

  Body body() {
    return new Body(status, message(Languages.ENGLISH), parameter);
  }
}
