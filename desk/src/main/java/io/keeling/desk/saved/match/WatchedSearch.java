package io.keeling.desk.saved.match;

import io.keeling.search.query.Filters;
import java.time.Instant;

/**
 * A saved search that has alerts. Immutable; threads may share it.
 *
 * @param filters select the articles it finds
 * @param createdAt when it was saved
 * @param corrections whether it also reports corrections
 */
record WatchedSearch(String id, Filters filters, Instant createdAt, boolean corrections) {}
