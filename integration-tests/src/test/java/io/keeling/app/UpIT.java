package io.keeling.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.embedded.FreePorts;
import io.keeling.environment.Programs;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code keeling up} as an operator runs it: a process of its own, and commands beside it. */
class UpIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int MIB = 1 << 20;

  /** What is left free on a disk that is filled: less than the process may go on with. */
  private static final long LEFT = 20L * MIB;

  @TempDir private Path directory;
  private Path data;
  private Path output;
  private Path settings;

  @BeforeEach
  void configure() throws IOException {
    data = Files.createDirectory(directory.resolve("data"));
    output = directory.resolve("output.txt");
    settings =
        Files.writeString(
            directory.resolve("keeling.yaml"), LocalPipeline.settings(data, FreePorts.find(7)));
  }

  @AfterEach
  void endServer() throws IOException {
    server().ifPresent(ProcessHandle::destroyForcibly);
  }

  private Process up() throws IOException {
    String jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .collect(Collectors.joining(File.pathSeparator));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            jars,
            "io.keeling.app.Keeling",
            "up",
            "--config",
            settings.toString())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  private void awaitUp(Process process) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              assertThat(process.isAlive()).as(said()).isTrue();
              return said().contains("Keeling is up");
            });
  }

  private String said() throws IOException {
    return Files.readString(output);
  }

  private int awaitEnd(Process process) throws Exception {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(said()).isTrue();
    return process.exitValue();
  }

  /** The PostgreSQL server on the data, if one runs. */
  private Optional<ProcessHandle> server() throws IOException {
    Path file = data.resolve("postgres/postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    return lines.isEmpty()
        ? Optional.empty()
        : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
  }

  private CommandRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--config", settings.toString()));
    return CommandRun.of(all.toArray(String[]::new));
  }

  @Test
  void commandsFindWhatRunsWithoutSettingsOfTheirOwn() throws Exception {
    Process process = up();
    try {
      awaitUp(process);
      askWithAWrongPort();
      Path page = Files.writeString(directory.resolve("page.html"), page());

      assertThat(run("import", page.toString()).status()).isZero();
      assertThat(run("sources", "list").status()).isZero();
      assertThat(run("dead-letters", "list").status()).isZero();
      assertThat(run("corrections", "list").status()).isZero();
      assertThat(run("reprocess", "articles", "--all", "--dry-run").status()).isZero();
      await()
          .atMost(PATIENCE)
          .until(
              () -> run("trace", "https://lake.example/a").out().contains("revision 1 of version"));
      CommandRun doctor = run("doctor");
      assertThat(doctor.out()).contains("PostgreSQL").doesNotContain("fail  database");
      CommandRun backup = run("backup", directory.resolve("backup").toString());
      assertThat(backup.status()).as(backup.err()).isZero();
      assertThat(backup.out()).contains("1 of keeling.articles");
      assertThat(run("config", "database").out()).contains("what runs on " + data);
      CommandRun removed =
          run("articles", "remove", "https://lake.example/a", "--reason", "an order");
      assertThat(removed.out()).contains("Taken down: 1.");
      assertThat(Files.readString(data.resolve("keeling.log"))).doesNotContain("Bad port");

      process.destroy();
      assertThat(awaitEnd(process)).isEqualTo(143);
      assertThat(run("config", "database").out()).doesNotContain("what runs on");
    } finally {
      process.destroyForcibly();
    }
  }

  /** What anybody may send, and as often as they like. */
  private void askWithAWrongPort() throws Exception {
    URI page = URI.create(said().replaceFirst("(?s).*the page +(\\S+).*", "$1"));
    HttpRequest request =
        HttpRequest.newBuilder(page.resolve("/sign-in"))
            .header("Origin", "http://localhost:99999")
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    int status =
        HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.discarding())
            .statusCode();
    assertThat(status).isEqualTo(403);
  }

  private static String page() {
    String sentence = "The lake behind the dam has fallen by eleven metres since May. ";
    return "<html lang=en><head><title>The lake falls</title>"
        + "<link rel=canonical href=\"https://lake.example/a\"></head><body><article>"
        + "<h1>The lake falls</h1>"
        + ("<p>" + sentence.repeat(4) + "</p>").repeat(5)
        + "</article></body></html>";
  }

  @Test
  void sigtermWhileItStartsIsAnEndLikeAnother() throws Exception {
    Process process = up();
    try {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> Files.exists(data.resolve("kafka")));
      process.destroy();

      assertThat(awaitEnd(process)).isEqualTo(143);
      assertThat(said().lines())
          .containsExactly("Stopped while starting; a second start goes on from here.");
      assertThat(server()).isEmpty();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aDiskThatFillsEndsItWithALineAndWhatWasWrittenStays() throws Exception {
    // given a small disk
    Programs.Result mounted =
        Programs.run(List.of("mount", "-t", "tmpfs", "-o", "size=700m", "tmpfs", data.toString()));
    if (mounted.status() != 0) {
      System.out.println("SKIPPED: this user may not mount a disk: " + mounted.output());
    }
    Assumptions.assumeTrue(mounted.status() == 0, "this user may mount a disk");
    try {
      Process process = up();
      try {
        awaitUp(process);

        // when
        Path filler = fill();

        // then
        assertThat(awaitEnd(process)).isEqualTo(1);
        assertThat(said().lines().filter(line -> line.startsWith("keeling: ")))
            .singleElement()
            .asString()
            .matches(
                "keeling: the disk of " + data + " is full: \\d+ MB are left of \\d+\\. Free .*");
        assertThat(server()).isEmpty();

        // and with room again, it goes on
        Files.delete(filler);
        Process again = up();
        try {
          awaitUp(again);
        } finally {
          again.destroy();
          awaitEnd(again);
        }
      } finally {
        process.destroyForcibly().waitFor();
      }
    } finally {
      Programs.run(List.of("umount", data.toString()));
    }
  }

  private Path fill() throws IOException {
    Path filler = data.resolve("filler");
    FileStore disk = Files.getFileStore(data);
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (disk.getUsableSpace() > LEFT) {
        out.write(new byte[MIB]);
      }
    }
    return filler;
  }
}
