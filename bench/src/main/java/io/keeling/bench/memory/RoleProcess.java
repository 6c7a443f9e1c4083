package io.keeling.bench.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A role in a process of its own. Not for sharing between threads. */
public final class RoleProcess implements AutoCloseable {

  /** How long a role may take to stop, in seconds: longer than its own limit. */
  private static final long STOP_SECONDS = 20;

  private final String role;
  private final int limit;
  private final Process process;
  private final GcLog collections;

  private RoleProcess(String role, int limit, Process process, GcLog collections) {
    this.role = role;
    this.limit = limit;
    this.process = process;
    this.collections = collections;
  }

  /**
   * Starts one from the class path of this process, with the options of the image.
   *
   * @param limit of its container's memory, in MiB; nothing enforces it here
   * @param heap its largest heap, in MiB
   * @param directory gets its log and that of its garbage collector
   */
  static RoleProcess start(
      String role, int limit, int heap, Map<String, String> environment, Path directory)
      throws IOException {
    Path collections = directory.resolve(role + ".gc.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseG1GC",
                "-Xlog:gc:file=" + collections + ":uptime:filecount=0",
                "-cp",
                System.getProperty("java.class.path"),
                "io.keeling.app.Keeling",
                "run",
                role)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(directory.resolve(role + ".log").toFile()));
    builder.environment().putAll(environment);
    // As in the image.
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    Process process = builder.start();
    // Should this JVM be stopped, nothing is left behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new RoleProcess(role, limit, process, new GcLog(collections));
  }

  String role() {
    return role;
  }

  /** Whether it has not ended. */
  public boolean alive() {
    return process.isAlive();
  }

  /** MiB that its container may have. */
  int limit() {
    return limit;
  }

  /**
   * What it holds now.
   *
   * @throws IllegalStateException if it has ended
   */
  RoleMemory memory() throws IOException {
    if (!process.isAlive()) {
      throw new IllegalStateException(role + " has ended with " + process.exitValue());
    }
    List<String> status = Files.readAllLines(Path.of("/proc", "" + process.pid(), "status"));
    String resident =
        status.stream().filter(line -> line.startsWith("VmRSS:")).findFirst().orElse("VmRSS: 0 kB");
    return new RoleMemory(Long.parseLong(resident.replaceAll("[^0-9]", "")), collections.least());
  }

  /** Ends it and waits until it has ended. */
  public void end(Consumer<Process> way) throws InterruptedException {
    way.accept(process);
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
