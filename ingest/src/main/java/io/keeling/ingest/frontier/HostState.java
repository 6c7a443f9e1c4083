package io.keeling.ingest.frontier;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the frontier knows of a host. Immutable.
 *
 * @param outstanding what was asked for and has not come back, with the time of asking
 * @param restUntil when the host may be asked again, if it asked for a rest
 * @param silent whether it gave no answer when it was asked last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HostState(Map<String, Instant> outstanding, @Nullable Instant restUntil, boolean silent) {

  static final HostState IDLE = new HostState(Map.of(), null, false);

  HostState {
    outstanding = outstanding == null ? Map.of() : Map.copyOf(outstanding);
  }

  HostState asked(String reference, Instant now) {
    Map<String, Instant> more = new TreeMap<>(outstanding);
    more.put(reference, now);
    return new HostState(more, restUntil, silent);
  }

  HostState without(String reference) {
    Map<String, Instant> fewer = new TreeMap<>(outstanding);
    fewer.remove(reference);
    return new HostState(fewer, restUntil, silent);
  }

  HostState restingUntil(@Nullable Instant until) {
    return new HostState(outstanding, until, silent);
  }

  HostState heard(boolean nothing) {
    return new HostState(outstanding, restUntil, nothing);
  }

  @JsonIgnore
  boolean isIdle() {
    return outstanding.isEmpty() && restUntil == null && !silent;
  }
}
