package io.keeling.search;

import io.keeling.search.language.FieldName;
import org.jspecify.annotations.Nullable;

/**
 * Something that may be meant by what somebody began to type.
 *
 * @param field of which it is a value
 * @param value as it stands in a query
 * @param label what it is called
 * @param type what a name names: person, organization or location; none for other fields
 * @param count how many articles have it, or for a date, how many it finds
 */
public record Completion(
    FieldName field, String value, String label, @Nullable String type, int count) {}
