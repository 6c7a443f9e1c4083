package io.keeling.contract.article;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rules that gave an article its fields.
 *
 * @param extractor name and version of the reader, such as {@code keeling-reader/1}
 * @param fields field name to the rule that gave it, such as {@code "title": "json-ld:headline"}
 */
public record Provenance(String extractor, Map<String, String> fields) {

  /** The provenance of an article that was not read from a page. */
  public static final Provenance NONE = new Provenance("none", Map.of());

  /** Copies and sorts the fields, so that equal provenances have equal JSON. */
  public Provenance {
    Objects.requireNonNull(extractor, "extractor");
    SortedMap<String, String> sorted = new TreeMap<>(fields == null ? Map.of() : fields);
    fields = Collections.unmodifiableSortedMap(sorted);
  }
}
