package io.keeling.feeds.search;

import io.keeling.feeds.query.Facet;
import java.util.List;

/**
 * A value that is known by several names, such as a topic or a country. Immutable and safe to share
 * between threads.
 *
 * @param value as it stands in a query
 * @param label what it is called
 * @param otherNames what else it is called, in other languages or for short
 */
public record KnownValue(Facet facet, String value, String label, List<String> otherNames) {

  public KnownValue {
    otherNames = List.copyOf(otherNames);
  }
}
