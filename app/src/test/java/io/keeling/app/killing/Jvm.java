package io.keeling.app.killing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of child JVMs. Stateless; threads may share it. */
final class Jvm {

  private Jvm() {}

  /** Keeling from the jars that this build has made, as the image runs it. */
  static List<String> keeling(String heap, List<String> before, String... arguments) {
    String jars = Path.of("target", "lib").toAbsolutePath() + "/*";
    String path = String.join(java.io.File.pathSeparator, before);
    return command(
        heap,
        path.isEmpty() ? jars : path + java.io.File.pathSeparator + jars,
        "io.keeling.app.Keeling",
        arguments);
  }

  /** A main class of this test's. */
  static List<String> ofTest(String heap, Class<?> main, String... arguments) {
    String tests = Path.of("target", "test-classes").toAbsolutePath().toString();
    String jars = Path.of("target", "lib").toAbsolutePath() + "/*";
    return command(heap, tests + java.io.File.pathSeparator + jars, main.getName(), arguments);
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
