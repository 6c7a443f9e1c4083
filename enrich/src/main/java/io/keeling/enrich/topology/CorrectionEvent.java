package io.keeling.enrich.topology;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.correction.TagCorrection;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code keeling.corrections}, cut by article as articles are.
 *
 * @param id which tag is meant
 * @param correction what was said of it; absent where the record has no value: all of it is
 *     forgotten
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CorrectionEvent(String id, @Nullable TagCorrection correction) {}
