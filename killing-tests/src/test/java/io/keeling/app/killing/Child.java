package io.keeling.app.killing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A process of this test that can be started, stopped, killed and paused again and again. What it
 * says is appended to one file. Threads may share it.
 */
final class Child {

  private final String name;
  private final Supplier<List<String>> command;
  private final Map<String, String> environment;
  private final Path log;
  private Process process;
  private long beginning;
  private boolean wanted;

  /**
   * One that has not started yet.
   *
   * @param command asked for at each start, since later ones begin with what earlier ones left
   */
  Child(String name, Supplier<List<String>> command, Map<String, String> environment, Path log) {
    this.name = name;
    this.command = command;
    this.environment = Map.copyOf(environment);
    this.log = log;
    // Should the test's own JVM be stopped, nothing is left behind.
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  String name() {
    return name;
  }

  synchronized void start() {
    ProcessBuilder builder =
        new ProcessBuilder(command.get())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(key -> key.startsWith("KEELING_"));
    builder.environment().putAll(environment);
    try {
      beginning = Files.exists(log) ? Files.size(log) : 0;
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
    wanted = true;
  }

  /** {@code kill -9}, and nobody starts it again until {@link #start}. */
  synchronized void kill() {
    wanted = false;
    if (process != null) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  /** Asks it to end (SIGTERM), and waits; gives its exit status. */
  int stop(Duration limit) throws InterruptedException {
    askToStop();
    return awaitEnd(limit);
  }

  /** SIGTERM. */
  synchronized void askToStop() {
    wanted = false;
    process.destroy();
  }

  /** Waits until it has ended; gives its exit status. */
  synchronized int awaitEnd(Duration limit) throws InterruptedException {
    if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException(name + " did not stop within " + limit);
    }
    return process.exitValue();
  }

  /** SIGSTOP: it does nothing more, and does not know. */
  void pause() {
    signal("STOP");
  }

  /** SIGCONT. */
  void resume() {
    signal("CONT");
  }

  /** SIGQUIT: a JVM says what its threads are at. */
  void sayThreads() {
    signal("QUIT");
  }

  /** Whether it ended by itself. */
  synchronized boolean ended() {
    return wanted && !process.isAlive();
  }

  /** Exit status of one that has ended. */
  synchronized int status() {
    return process.exitValue();
  }

  /** What it has said since it was started last. */
  synchronized String said() {
    try (InputStream in = Files.newInputStream(log)) {
      in.skipNBytes(beginning);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + log, e);
    }
  }

  private synchronized void signal(String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot send " + signal + " to " + name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
