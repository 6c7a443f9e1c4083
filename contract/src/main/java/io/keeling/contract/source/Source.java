package io.keeling.contract.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something to watch for articles: the value of {@code keeling.sources}, keyed by {@link #id}. A
 * tombstone takes a source out of the catalogue.
 *
 * @param id stable name chosen by the operator: 1 to 64 lower-case letters, digits and hyphens, no
 *     hyphen first
 * @param kind what lies at the address
 * @param url where to look
 * @param name the outlet's name as its readers know it
 * @param language ISO 639-1 code the outlet writes in, if it is known
 * @param linkPattern for {@link SourceKind#SECTION}: a regular expression that article links match,
 *     if the operator gives one
 * @param every how often to look, instead of the learned interval; ISO 8601 duration
 * @param paused true if it stays in the catalogue and is not looked at; never false
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
   * Checks what the operator gave.
   *
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

  /** A source that is looked at. */
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

  /** The same, paused or not. */
  public Source withPaused(boolean pause) {
    return new Source(id, kind, url, name, language, linkPattern, every, pause);
  }

  /** Whether it is not looked at. */
  public boolean pausedNow() {
    return paused != null;
  }

  /** Whether a text has the form of an {@link #id}. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }
}
