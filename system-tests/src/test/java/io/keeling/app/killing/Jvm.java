package io.keeling.app.killing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Command lines of child JVMs. Stateless; threads may share it. */
final class Jvm {

  private static final Path LIBRARIES = Path.of("..", "app", "target", "lib");
  private static final Path LIBRARIES_OF_SERVERS = Path.of("..", "app", "target", "lib-embedded");

  private Jvm() {}

  /** Keeling from the jars that this build has made, as the image runs it. */
  static List<String> keeling(String heap, List<String> before, String... arguments) {
    List<String> path = new ArrayList<>(before);
    path.addAll(jars(LIBRARIES));
    return command(heap, path, "io.keeling.app.Keeling", arguments);
  }

  /** The jars that this build has made, and all that they need. */
  static List<Path> keelingJarFiles() {
    return jars(LIBRARIES).stream().map(Path::of).toList();
  }

  /** A main class of this test's, which has Kafka's and PostgreSQL's servers. */
  static List<String> ofTest(String heap, List<String> before, Class<?> main, String... arguments) {
    List<String> path = new ArrayList<>(before);
    path.addAll(jars(LIBRARIES));
    path.addAll(jars(LIBRARIES_OF_SERVERS));
    path.add(Path.of("target", "test-classes").toAbsolutePath().toString());
    return command(heap, path, main.getName(), arguments);
  }

  private static List<String> jars(Path directory) {
    try (Stream<Path> files = Files.list(directory.toAbsolutePath())) {
      return files.map(Path::toString).filter(file -> file.endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + directory, e);
    }
  }

  private static List<String> command(
      String heap, List<String> classPath, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // They are started often and live shortly: little compiling, little memory.
    command.addAll(
        List.of(
            "-Xmx" + heap,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-cp",
            classPath.stream().collect(Collectors.joining(File.pathSeparator)),
            main));
    command.addAll(List.of(arguments));
    return command;
  }
}
