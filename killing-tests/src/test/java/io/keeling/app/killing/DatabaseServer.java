package io.keeling.app.killing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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

  /** SIGSTOP of the server and its sessions: connections stay open, and nobody answers on them. */
  void pause() throws IOException {
    Optional<ProcessHandle> server = server();
    // The server first, so that it opens no session that is overlooked.
    server.ifPresent(each -> signal("STOP", each));
    server.stream().flatMap(ProcessHandle::children).forEach(each -> signal("STOP", each));
  }

  /** SIGCONT. */
  void resume() throws IOException {
    Optional<ProcessHandle> server = server();
    server.stream().flatMap(ProcessHandle::children).forEach(each -> signal("CONT", each));
    server.ifPresent(each -> signal("CONT", each));
  }

  private static void signal(String signal, ProcessHandle process) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot send " + signal + " to PostgreSQL", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<ProcessHandle> server() throws IOException {
    Path pidFile = directory.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
        .filter(DatabaseServer::isPostgres);
  }

  /** {@code kill -9} of the server, so that it comes back from its write-ahead log. */
  void kill() throws IOException {
    jvm.kill();
    server()
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
