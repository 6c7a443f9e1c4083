package io.keeling.search;

import io.keeling.search.language.FieldName;
import java.util.List;

/**
 * A value that is known by several names, such as a topic or a country.
 *
 * @param field of which it is a value
 * @param value as it stands in a query
 * @param label what it is called
 * @param otherNames what else it is called, in other languages or for short
 */
public record KnownValue(FieldName field, String value, String label, List<String> otherNames) {

  public KnownValue {
    otherNames = List.copyOf(otherNames);
  }
}
