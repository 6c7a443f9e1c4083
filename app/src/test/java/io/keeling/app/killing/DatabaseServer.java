package io.keeling.app.killing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * PostgreSQL in a process of its own, under a JVM that starts and stops it. Threads may share it.
 */
final class DatabaseServer {

  private final Child jvm;
  private final Path directory;

  DatabaseServer(Child jvm, Path directory) {
    this.jvm = jvm;
    this.directory = directory;
    // Should the test's own JVM be stopped, no server is left behind.
    Runtime.getRuntime().addShutdownHook(new Thread(this::killQuietly));
  }

  private void killQuietly() {
    try {
      kill();
    } catch (IOException e) {
      System.err.println("cannot read which server to stop: " + e.getMessage());
    }
  }

  void start() {
    jvm.start();
  }

  void stop(Duration limit) throws InterruptedException {
    var unused = jvm.stop(limit);
  }

  /** {@code kill -9} of the server, so that it comes back from its write-ahead log. */
  void kill() throws IOException {
    jvm.kill();
    Path pidFile = directory.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
        .filter(DatabaseServer::isPostgres)
        .ifPresent(
            server -> {
              List<ProcessHandle> sessions = server.children().toList();
              server.destroyForcibly();
              // They see that the server is gone and end; until then no other may start.
              sessions.forEach(ProcessHandle::destroyForcibly);
              sessions.forEach(session -> session.onExit().join());
              server.onExit().join();
            });
  }

  Child jvm() {
    return jvm;
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(command -> command.contains("postgres")).orElse(false);
  }
}
