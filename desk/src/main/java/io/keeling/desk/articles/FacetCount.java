package io.keeling.desk.articles;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How many articles a value of a facet would leave.
 *
 * @param value the value, as it stands in a query
 * @param label what it is called
 * @param type what a name names: person, organization or location; absent for other facets
 * @param count how many articles have it, among all that match
 * @param estimated true where the count is an estimate; else absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FacetCount(
    String value, String label, @Nullable String type, int count, @Nullable Boolean estimated) {}
