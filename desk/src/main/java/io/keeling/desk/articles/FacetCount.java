package io.keeling.desk.articles;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How many articles have a value of a facet. Immutable; threads may share it.
 *
 * @param value the value, as in a query
 * @param type person, organization or location for names; absent for other facets
 * @param count how many matching articles have the value
 * @param estimated true if the count is an estimate; otherwise absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FacetCount(
    String value, String label, @Nullable String type, int count, @Nullable Boolean estimated) {}
