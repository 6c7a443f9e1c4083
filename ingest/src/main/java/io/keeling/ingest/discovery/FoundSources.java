package io.keeling.ingest.discovery;

import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.reader.url.CanonicalUrl;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sources found at an address.
 *
 * @param choices the best first; empty if nothing was found
 * @param outlet the name the site gives itself, null if the site states no name
 * @param steps what was tried and found, one line each, in order
 */
public record FoundSources(List<Choice> choices, @Nullable String outlet, List<String> steps) {

  public FoundSources {
    choices = List.copyOf(choices);
    steps = List.copyOf(steps);
  }

  /**
   * A possible source, which was fetched and read.
   *
   * @param url the source's address, after redirects
   * @param links number of links it has
   * @param reason where it was found, such as "linked from the page"
   * @param headlines its first titles, one line each, or addresses where there are no titles
   */
  public record Choice(
      SourceKind kind, String url, int links, String reason, List<String> headlines) {

    public Choice {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(url, "url");
      Objects.requireNonNull(reason, "reason");
      headlines = List.copyOf(headlines);
    }

    /** Returns the id of the source that already watches this address, or null. */
    public @Nullable String watchedAs(List<Source> sources) {
      return sources.stream()
          .filter(
              source -> CanonicalUrl.of(source.url()).filter(u -> u.text().equals(url)).isPresent())
          .map(Source::id)
          .findFirst()
          .orElse(null);
    }
  }
}
