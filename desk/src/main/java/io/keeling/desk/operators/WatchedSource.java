package io.keeling.desk.operators;

import io.keeling.contract.source.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source with its condition. Immutable; threads may share it.
 *
 * @param condition dead, silent, failing, new, well or paused
 * @param since when the condition began; null if it is paused
 * @param reason what is wrong in one line, null if nothing is wrong
 * @param lookedAt when it was last fetched, null if never
 * @param newsAt when it last had news, null if never
 */
public record WatchedSource(
    Source source,
    String condition,
    @Nullable Instant since,
    @Nullable String reason,
    @Nullable Instant lookedAt,
    @Nullable Instant newsAt) {}
