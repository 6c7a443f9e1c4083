package io.keeling.contract.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A source of articles: the value of {@code keeling.sources}, keyed by {@link #id}. A tombstone
 * removes it from the catalogue.
 *
 * @param id stable name chosen by the operator: 1 to 64 lower-case letters, digits and hyphens, not
 *     beginning with a hyphen
 * @param name the outlet's name as its readers know it
 * @param language ISO 639-1 code of the outlet's language, if known
 * @param linkPattern for {@link SourceKind#SECTION}: a regular expression for article links, if the
 *     operator gives one
 * @param every how often to poll, instead of the learned interval; ISO 8601 duration
 * @param paused true if the source is in the catalogue but not polled; otherwise null, never false
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Source(
    String id,
    SourceKind kind,
    String url,
    String name,
    @Nullable String language,
    @Nullable String linkPattern,
    @Nullable Duration every,
    @Nullable Boolean paused) {

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  /**
   * @throws IllegalArgumentException if the id is malformed or the interval is not positive
   */
  public Source {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(name, "name");
    paused = Boolean.TRUE.equals(paused) ? paused : null;
    if (!isId(id)) {
      throw new IllegalArgumentException(
          "source id \""
              + id
              + "\" must be 1 to 64 lower-case letters, digits and hyphens,"
              + " starting with a letter or digit");
    }
    if (every != null && (every.isZero() || every.isNegative())) {
      throw new IllegalArgumentException(
          "every of source \"" + id + "\" must be longer than zero, not " + every);
    }
  }

  public Source(
      String id,
      SourceKind kind,
      String url,
      String name,
      @Nullable String language,
      @Nullable String linkPattern,
      @Nullable Duration every) {
    this(id, kind, url, name, language, linkPattern, every, null);
  }

  public Source withPaused(boolean pause) {
    return new Source(id, kind, url, name, language, linkPattern, every, pause);
  }

  public boolean pausedNow() {
    return paused != null;
  }

  /** Whether a text is a source's id. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }
}
