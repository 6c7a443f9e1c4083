package io.keeling.ingest.frontier.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * A source that was added, removed or changed in the catalogue, on its way to the frontier of its
 * host.
 *
 * @param source the source as it is now, null if it is gone from this host
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceChanged(String id, @Nullable Source source) implements FrontierEvent {

  @Override
  public void handle(String host, Handler handler) {
    handler.sourceChanged(host, this);
  }
}
