package io.keeling.app.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Command lines of child JVMs. Stateless; threads may share it. */
public final class Jvm {

  private Jvm() {}

  /** Keeling from the jars that this build has made, as the image runs it. */
  public static List<String> keeling(String heap, List<String> before, String... arguments) {
    return command(
        heap, before, ClassArchive.KEELING, List.of(), "io.keeling.app.Keeling", arguments);
  }

  /** A main class of these tests, which has Kafka's and PostgreSQL's servers. */
  public static List<String> ofTest(
      String heap, List<String> before, Class<?> main, String... arguments) {
    String tests = Path.of("target", "test-classes").toAbsolutePath().toString();
    return command(heap, before, ClassArchive.SERVERS, List.of(tests), main.getName(), arguments);
  }

  private static List<String> command(
      String heap,
      List<String> before,
      ClassArchive archive,
      List<String> after,
      String main,
      String... arguments) {
    List<String> path = new ArrayList<>(before);
    archive.jars().forEach(jar -> path.add(jar.toString()));
    path.addAll(after);
    List<String> command = new ArrayList<>();
    command.add(java());
    // They are started often and live shortly: little compiling, little memory.
    command.addAll(
        List.of(
            "-Xmx" + heap,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(archive.options(before));
    command.addAll(
        List.of("-cp", path.stream().collect(Collectors.joining(File.pathSeparator)), main));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The program that runs these tests. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
