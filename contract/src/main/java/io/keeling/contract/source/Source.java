package io.keeling.contract.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something to watch for articles: the value of {@code keeling.sources}, keyed by {@link #id}. A
 * tombstone takes a source out of the catalogue. Immutable and safe to share between threads.
 *
 * @param id stable name chosen by the operator: lower-case letters, digits and hyphens
 * @param kind what lies at the address
 * @param url where to look
 * @param name the outlet's name as its readers know it
 * @param language ISO 639-1 code the outlet writes in, if it is known
 * @param linkPattern for {@link SourceKind#SECTION}: a regular expression that article links match,
 *     if the operator gives one
 * @param every how often to look, instead of the learned interval; ISO 8601 duration
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Source(
    String id,
    SourceKind kind,
    String url,
    String name,
    @Nullable String language,
    @Nullable String linkPattern,
    @Nullable Duration every) {

  private static final java.util.regex.Pattern ID =
      java.util.regex.Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  public Source {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(name, "name");
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "source id \"" + id + "\" must be 1 to 64 lower-case letters, digits and hyphens");
    }
  }
}
