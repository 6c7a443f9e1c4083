package io.keeling.app.killing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Command lines of child JVMs. Stateless; threads may share it. */
final class Jvm {

  private Jvm() {}

  /** Keeling from the jars that this build has made, as the image runs it. */
  static List<String> keeling(String heap, List<String> before, String... arguments) {
    String path = String.join(File.pathSeparator, before);
    String jars = keelingJars();
    return command(
        heap,
        path.isEmpty() ? jars : path + File.pathSeparator + jars,
        "io.keeling.app.Keeling",
        arguments);
  }

  /** The jars that this build has made, and all that they need. */
  static List<Path> keelingJarFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "app", "target", "lib"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }

  private static String keelingJars() {
    return Path.of("..", "app", "target", "lib").toAbsolutePath() + "/*";
  }

  /** A main class of this test's. */
  static List<String> ofTest(String heap, List<String> before, Class<?> main, String... arguments) {
    List<String> path = new ArrayList<>(before);
    path.add(Path.of("target", "test-classes").toAbsolutePath().toString());
    path.add(keelingJars());
    return command(heap, String.join(File.pathSeparator, path), main.getName(), arguments);
  }

  private static List<String> command(
      String heap, String classPath, String main, String... arguments) {
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
            classPath,
            main));
    command.addAll(List.of(arguments));
    return command;
  }
}
