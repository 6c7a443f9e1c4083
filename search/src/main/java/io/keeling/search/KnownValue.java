package io.keeling.search;

import io.keeling.search.language.FieldName;
import java.util.List;

/**
 * A value that has several names, such as a topic or a country.
 *
 * @param field of which it is a value
 * @param value as written in a query
 * @param label its main name
 * @param otherNames its names in other languages, and short ones
 */
public record KnownValue(FieldName field, String value, String label, List<String> otherNames) {

  public KnownValue {
    otherNames = List.copyOf(otherNames);
  }
}
