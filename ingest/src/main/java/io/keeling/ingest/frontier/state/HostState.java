package io.keeling.ingest.frontier.state;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The outstanding requests to a host, and whether the host asked for a pause or is silent.
 *
 * @param outstanding requests without a result so far, with the time they were made
 * @param restUntil when the host may be requested again, if it asked for a pause
 * @param silent whether the host did not answer its last request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HostState(
    Map<String, Instant> outstanding, @Nullable Instant restUntil, boolean silent) {

  public static final HostState IDLE = new HostState(Map.of(), null, false);

  public HostState {
    outstanding = outstanding == null ? Map.of() : Map.copyOf(outstanding);
  }

  public HostState asked(String reference, Instant now) {
    Map<String, Instant> more = new TreeMap<>(outstanding);
    more.put(reference, now);
    return new HostState(more, restUntil, silent);
  }

  public HostState without(String reference) {
    Map<String, Instant> fewer = new TreeMap<>(outstanding);
    fewer.remove(reference);
    return new HostState(fewer, restUntil, silent);
  }

  public HostState restingUntil(@Nullable Instant until) {
    return new HostState(outstanding, until, silent);
  }

  public HostState heard(boolean nothing) {
    return new HostState(outstanding, restUntil, nothing);
  }

  @JsonIgnore
  public boolean isIdle() {
    return outstanding.isEmpty() && restUntil == null && !silent;
  }
}
