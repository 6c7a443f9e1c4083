package io.keeling.search;

import io.keeling.search.language.FieldName;
import java.util.List;

/**
 * A value that has several names, such as a topic or a country.
 *
 * @param field the field that the value belongs to
 * @param value as written in a query
 * @param label its main name
 * @param otherNames its names in other languages, and its short names
 */
public record KnownValue(FieldName field, String value, String label, List<String> otherNames) {

  public KnownValue {
    otherNames = List.copyOf(otherNames);
  }
}
