package io.keeling.desk.saved.match;

import io.keeling.search.query.Filters;
import java.time.Instant;

/**
 * A search whose follower is told.
 *
 * @param filters which articles
 * @param createdAt since when
 * @param corrections whether another wording of what was told is told
 */
record WatchedSearch(String id, Filters filters, Instant createdAt, boolean corrections) {}
