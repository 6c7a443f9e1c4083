package io.keeling.search;

import io.keeling.search.language.FieldName;
import org.jspecify.annotations.Nullable;

/**
 * A value that may complete what somebody began to type.
 *
 * @param field the field that the value belongs to
 * @param value as written in a query
 * @param label its name for readers
 * @param type for a name: person, organization or location; null for other fields
 * @param count how many articles have it, or for a date, how many articles the date finds
 */
public record Completion(
    FieldName field, String value, String label, @Nullable String type, int count) {}
