package io.keeling.contract.article;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rules by which an article's fields were read.
 *
 * @param extractor name and version of the reader, such as {@code keeling-reader/1}
 * @param fields the rule of each field, such as {@code "title": "json-ld:headline"}
 */
public record Provenance(String extractor, Map<String, String> fields) {

  public static final Provenance NONE = new Provenance("none", Map.of());

  /** Sorts the fields, so that equal provenances have equal JSON. */
  public Provenance {
    Objects.requireNonNull(extractor, "extractor");
    SortedMap<String, String> sorted = new TreeMap<>(fields == null ? Map.of() : fields);
    fields = Collections.unmodifiableSortedMap(sorted);
  }
}
