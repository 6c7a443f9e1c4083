package io.keeling.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that outlived the JVM that started it: PostgreSQL is a process of its own, so {@code
 * kill -9} of the JVM leaves it running on its data directory, where no second one may start.
 */
final class Leftover {

  private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);

  /** Time limit for the server to stop, in seconds, before it is killed. */
  private static final int STOP_TIMEOUT_SECONDS = 10;

  private Leftover() {}

  /** Stops the server that the directory's {@code postmaster.pid} names, if it still runs. */
  static void stop(Path directory) throws IOException {
    Path pidFile = directory.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.size() < 2
        || !lines.get(0).matches("\\d{1,9}")
        || !Path.of(lines.get(1)).equals(directory.toAbsolutePath())) {
      return;
    }
    ProcessHandle server =
        ProcessHandle.of(Long.parseLong(lines.get(0))).filter(Leftover::isPostgres).orElse(null);
    if (server == null) {
      return;
    }
    LOG.info("Stopping the PostgreSQL server {} that an earlier run left behind", server.pid());
    server.destroy();
    try {
      server.onExit().get(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      server.destroyForcibly(); // Its write-ahead log brings it back whole.
      server.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while stopping PostgreSQL " + server.pid(), e);
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(command -> command.contains("postgres")).orElse(false);
  }
}
