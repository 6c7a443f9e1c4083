package io.keeling.contract.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The place of a record that could not be processed.
 *
 * @param offset the record's offset; -1 for a fetch request, which is rebuilt from the page that
 *     failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordOrigin(String topic, int partition, long offset, @Nullable String key) {

  public RecordOrigin {
    Objects.requireNonNull(topic, "topic");
  }
}
