package io.keeling.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.embedded.FreePorts;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The real command, as a process of its own with settings from the environment alone. Not for
 * sharing between threads.
 */
final class KeelingProcess implements AutoCloseable {

  private static final long LONGEST_SECONDS = 120;
  private static final List<String> ROLES = List.of("INGEST", "ENRICH", "SINK", "DESK");

  /** Which of them writes the archive of classes, or did. */
  private static @Nullable KeelingProcess writer;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Integer> ports = FreePorts.find(ROLES.size() + 1);
  private final Path output;
  private final Process process;

  private KeelingProcess(Path directory, Map<String, String> settings, List<String> arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // It lives shortly: little compiling, and no threads for collecting.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
    command.addAll(archive(directory.resolve("classes.jsa"), arguments));
    command.addAll(List.of("-cp", jars(), "io.keeling.app.Keeling"));
    command.addAll(arguments);
    Path empty = Files.writeString(directory.resolve("empty.yaml"), "");
    command.addAll(List.of("--config", empty.toString()));
    output = Files.createTempFile(directory, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(settings);
    for (String role : ROLES) {
      builder.environment().put("KEELING_HEALTH_" + role + "_PORT", port(role).toString());
    }
    builder.environment().put("KEELING_DESK_PORT", ports.get(ROLES.size()).toString());
    process = builder.start();
  }

  /**
   * Starts it.
   *
   * @param directory where its files may lie
   */
  static KeelingProcess start(Path directory, Map<String, String> settings, String... arguments)
      throws IOException {
    return new KeelingProcess(directory, settings, List.of(arguments));
  }

  /**
   * Options for an archive of the classes that one of these processes has loaded when it ends by
   * itself, which later ones need not read and verify again (AppCDS):
   * docs/studies/archive-of-classes.md. One at a time writes it.
   */
  private List<String> archive(Path file, List<String> arguments) {
    if (Files.exists(file) && !isWritten()) {
      return List.of("-XX:SharedArchiveFile=" + file);
    }
    if (isWritten() || !arguments.contains("run")) {
      return List.of();
    }
    writer = this;
    return List.of("-XX:ArchiveClassesAtExit=" + file);
  }

  private static boolean isWritten() {
    return writer != null && writer.process.isAlive();
  }

  /** What Keeling needs of this JVM's class path; an archive suits no folders. */
  private static String jars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Integer port(String role) {
    return ports.get(ROLES.indexOf(role));
  }

  /** Waits until a role says that it works. */
  void awaitReady(String role) {
    awaitReadiness(role, "ready\n");
  }

  /** Waits until a role says something of its readiness. */
  void awaitReadiness(String role, String said) {
    URI ready = URI.create("http://127.0.0.1:" + port(role) + "/readyz");
    await()
        .atMost(Duration.ofSeconds(LONGEST_SECONDS))
        .ignoreExceptionsInstanceOf(IOException.class)
        .untilAsserted(
            () -> {
              assertThat(process.isAlive()).as(Files.readString(output)).isTrue();
              HttpRequest request = HttpRequest.newBuilder(ready).build();
              assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
                  .contains(said);
            });
  }

  /** Waits until it fails; the one line that it says beside its log. */
  String awaitRefusal() throws IOException, InterruptedException {
    String printed = awaitEnd();
    assertThat(process.exitValue()).as(printed).isEqualTo(1);
    List<String> told = printed.lines().filter(line -> line.startsWith("keeling: ")).toList();
    assertThat(told).as(printed).hasSize(1);
    return told.get(0);
  }

  /** Waits until it ends by itself; what it printed and logged, which holds no secret, no stack. */
  private String awaitEnd() throws IOException, InterruptedException {
    boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      close();
    }
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(ended).as("ended by itself: " + printed).isTrue();
    assertThat(printed).doesNotContain("secret-of-", "\tat ");
    return printed;
  }

  /** Ends it, if it has not ended. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
