package io.keeling.search.query;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A topic, name, country or outlet, which has a page of its own.
 *
 * @param value as written in a query
 */
public record Subject(Kind kind, String value) {

  /** The kinds of subject that have pages. */
  public enum Kind {
    TOPIC("topics", Facet.TOPIC),
    NAME("names", Facet.NAME),
    COUNTRY("countries", Facet.COUNTRY),
    OUTLET("outlets", Facet.SOURCE);

    private final String path;
    private final Facet facet;

    Kind(String path, Facet facet) {
      this.path = path;
      this.facet = facet;
    }

    public String path() {
      return path;
    }

    public Facet facet() {
      return facet;
    }

    /** The kind for the first part of an address. */
    public static Optional<Kind> of(String path) {
      return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }

    /** The kind for a facet; empty if its values have no pages. */
    public static Optional<Kind> of(Facet facet) {
      return Arrays.stream(values()).filter(kind -> kind.facet == facet).findFirst();
    }
  }

  /** The subject at an address; empty if the value is not allowed. */
  public static Optional<Subject> read(Kind kind, String value) {
    return kind.facet.read(value).map(read -> new Subject(kind, read));
  }

  /** The address of a value's page; null if it has none. */
  public static @Nullable String address(Facet facet, String value) {
    return Kind.of(facet).map(kind -> new Subject(kind, value).address()).orElse(null);
  }

  /** Narrows filters to the articles that have this subject. */
  public Filters in(Filters others) {
    return others.with(kind.facet, List.of(value));
  }

  /** The address of its page; null for names that no path can hold (RFC 3986, 3.3). */
  public @Nullable String address() {
    boolean ambiguous =
        value.chars().anyMatch(c -> "/\\%;".indexOf(c) >= 0) || value.matches("[.]+");
    return ambiguous
        ? null
        : "/"
            + kind.path
            + "/"
            + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
