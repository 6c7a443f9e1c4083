package io.keeling.desk.saved.match;

import io.keeling.search.query.Filters;
import java.time.Instant;

/**
 * A search with alerts. Immutable; threads may share it.
 *
 * @param filters which articles
 * @param createdAt when it was saved
 * @param corrections whether corrections are sent
 */
record WatchedSearch(String id, Filters filters, Instant createdAt, boolean corrections) {}
