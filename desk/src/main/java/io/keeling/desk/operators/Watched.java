package io.keeling.desk.operators;

import io.keeling.contract.source.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source and how it is.
 *
 * @param condition dead, silent, failing, new, well or paused
 * @param since since when it is so; none where it is paused
 * @param reason one line on what is wrong, none where nothing is
 * @param lookedAt when it was last looked at
 * @param newsAt when it last had news
 */
public record Watched(
    Source source,
    String condition,
    @Nullable Instant since,
    @Nullable String reason,
    @Nullable Instant lookedAt,
    @Nullable Instant newsAt) {}
