package io.keeling.app.role;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A role that was started, seen from outside. Threads may share it.
 *
 * @param name ingest, enrich, sink or feeds
 * @param problems why it is not ready, a line each; empty if it is
 * @param alive whether it can recover by itself; if not the process should be restarted
 * @param pages further pages to serve beside its health, by path
 * @param stop drains and stops it
 * @param stopTimeout how long that may take; the role itself ends it then
 */
public record RunningRole(
    String name,
    Supplier<List<String>> problems,
    BooleanSupplier alive,
    Map<String, HealthPage> pages,
    Runnable stop,
    Duration stopTimeout)
    implements AutoCloseable {

  @Override
  public void close() {
    stop.run();
  }
}
