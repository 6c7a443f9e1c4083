package io.keeling.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The real command, as a process of its own with settings from the environment alone.
 *
 * @param status its exit status
 * @param output what it printed and logged
 */
record KeelingProcess(int status, String output) {

  private static final long LONGEST_SECONDS = 120;

  /**
   * Runs it until it ends by itself; what it prints holds no secret and no stack.
   *
   * @param directory where its files may lie
   */
  static KeelingProcess run(Path directory, Map<String, String> settings, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.keeling.app.Keeling"));
    command.addAll(arguments);
    Path empty = Files.writeString(directory.resolve("empty.yaml"), "");
    command.addAll(List.of("--config", empty.toString()));
    Path output = Files.createTempFile(directory, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(settings);
    List<Integer> ports = FreePorts.find(4);
    builder.environment().put("KEELING_HEALTH_INGEST_PORT", ports.get(0).toString());
    builder.environment().put("KEELING_HEALTH_ENRICH_PORT", ports.get(1).toString());
    builder.environment().put("KEELING_HEALTH_SINK_PORT", ports.get(2).toString());
    builder.environment().put("KEELING_FEEDS_PORT", ports.get(3).toString());
    Process process = builder.start();
    boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(ended).as("ended by itself: " + printed).isTrue();
    assertThat(printed).doesNotContain("secret-of-", "\tat ");
    return new KeelingProcess(process.exitValue(), printed);
  }
}
