package io.keeling.enrich.topology;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.correction.TagCorrection;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code keeling.corrections}, partitioned by article as articles are.
 *
 * @param id identifies the corrected tag
 * @param correction the correction; absent where the record has no value, which deletes it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CorrectionEvent(String id, @Nullable TagCorrection correction) {}
