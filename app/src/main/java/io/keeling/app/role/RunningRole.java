package io.keeling.app.role;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A started role, seen from outside.
 *
 * @param name ingest, enrich, sink or desk
 * @param problems why the role is not ready, one line for each reason; empty if it is ready
 * @param notes what an operator should know although the role is ready, one line each
 * @param alive whether the role can recover by itself; if not, the process should be restarted
 * @param pages further pages to serve beside its health, by path
 * @param stop drains and stops it
 * @param stopTimeout time limit that the role itself keeps for stopping
 */
public record RunningRole(
    String name,
    Supplier<List<String>> problems,
    Supplier<List<String>> notes,
    BooleanSupplier alive,
    Map<String, HealthPage> pages,
    Runnable stop,
    Duration stopTimeout)
    implements AutoCloseable {

  /** A role without notes. */
  public RunningRole(
      String name,
      Supplier<List<String>> problems,
      BooleanSupplier alive,
      Map<String, HealthPage> pages,
      Runnable stop,
      Duration stopTimeout) {
    this(name, problems, List::of, alive, pages, stop, stopTimeout);
  }

  @Override
  public void close() {
    stop.run();
  }
}
