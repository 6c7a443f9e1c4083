package io.keeling.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A compose project of a test's own, made from the jars that this build has just made. Immutable;
 * threads may share it.
 */
final class Compose {

  /** The image's name. */
  static final String IMAGE = "keeling:test";

  /** What its labels are to say. */
  static final String VERSION = "1.2.3-test";

  static final String REVISION = "0123456789abcdef";

  private final List<String> prefix;
  private final Map<String, String> environment;

  /**
   * @param project the project's name
   * @param options before the command, such as {@code --file}
   * @param variables variables, such as of ports, beside those of the image
   */
  Compose(String project, List<String> options, Map<String, ?> variables) {
    prefix = new ArrayList<>(List.of("docker", "compose", "--project-name", project));
    prefix.addAll(options);
    environment =
        new HashMap<>(
            Map.of(
                "KEELING_JARS", "outside",
                "KEELING_IMAGE", IMAGE,
                "KEELING_VERSION", VERSION,
                "KEELING_REVISION", REVISION));
    variables.forEach((name, value) -> environment.put(name, value.toString()));
  }

  /** Runs a command of compose; gives what it printed. */
  String run(Duration limit, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of(arguments));
    return run(limit, environment, command);
  }

  /**
   * Runs a script of the repository on this project.
   *
   * @param files the compose files, as {@code COMPOSE_FILE} has them
   */
  String script(Duration limit, String project, String files, String... command)
      throws IOException, InterruptedException {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("COMPOSE_PROJECT_NAME", project);
    variables.put("COMPOSE_FILE", files);
    return run(limit, variables, List.of(command));
  }

  /** Runs a command of docker; gives what it printed. */
  static String docker(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    return run(Duration.ofMinutes(1), Map.of(), command);
  }

  private static String run(Duration limit, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    // A pipe would have to be read to its end, which may never come.
    Path printed = Files.createTempFile("docker", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(Path.of("..").toFile())
              .redirectOutput(printed.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT);
      builder.environment().putAll(environment);
      Process process = builder.start();
      boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
      process.destroyForcibly();
      String output = Files.readString(printed);
      assertThat(ended).as(command + " ended in time: " + output).isTrue();
      assertThat(process.exitValue()).as(command + ": " + output).isZero();
      return output;
    } finally {
      Files.delete(printed);
    }
  }
}
