package io.keeling.app.command;

import io.keeling.app.embedded.EmbeddedServers;
import io.keeling.app.pipeline.UntilInterrupted;
import io.keeling.app.terminal.Terminal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** Options of the commands that run everything in one process. */
public final class EmbeddedOptions {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedOptions.class);

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the data lives (setting embedded.directory).")
  private @Nullable String data;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = PortConverter.class,
      description = "Port of the page (setting desk.port).")
  private @Nullable Integer port;

  /** What a command runs. */
  @FunctionalInterface
  interface Work {
    /**
     * Starts everything, and stops it once the end is asked for.
     *
     * @throws InterruptedException if the thread is interrupted, which ends it too
     */
    void run(Terminal terminal, UntilInterrupted end) throws InterruptedException;
  }

  /** Runs it; a start that fails because the end was asked for is no failure. */
  static void run(Work work) {
    EmbeddedServers.require();
    Terminal terminal = Terminal.standardError();
    UntilInterrupted end = new UntilInterrupted();
    try {
      work.run(terminal, end);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) { // Kafka's classes may register hooks, too late by then
      if (!end.asked()) {
        throw e;
      }
      // Whatever was under way failed because the process ends.
      LOG.info("Stopped while starting", e);
      terminal.clear();
      terminal.say("Stopped while starting; a second start goes on from here.");
    } finally {
      end.done();
    }
  }

  /** The settings that the options stand for, by path. */
  public Map<String, String> overrides() {
    Map<String, String> overrides = new HashMap<>();
    if (data != null) {
      overrides.put("embedded.directory", data);
    }
    if (port != null) {
      overrides.put("desk.port", port.toString());
    }
    return overrides;
  }
}
