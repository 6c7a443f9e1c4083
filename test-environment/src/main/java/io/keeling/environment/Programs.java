package io.keeling.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of this machine. */
public final class Programs {

  private Programs() {}

  /** Where a shell would find a program. */
  public static Optional<Path> find(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":"))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** What a program that ended has said. */
  public record Result(int status, String output) {}

  /** Runs a program to its end, with both of its outputs as one. */
  public static Result run(List<String> command) throws IOException, InterruptedException {
    return run(command, Path.of("."));
  }

  /** The same in another folder. */
  public static Result run(List<String> command, Path folder)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("program", ".txt");
    try {
      int status =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start()
              .waitFor();
      return new Result(status, Files.readString(output));
    } finally {
      Files.delete(output);
    }
  }
}
