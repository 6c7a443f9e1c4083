package io.keeling.app.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Classes of child JVMs, read and verified once for all of them (AppCDS), which takes a quarter to
 * a half off the processor time of a start: docs/studies/archive-of-classes.md. The first processes
 * of a build write down what they load, {@link #makeMissing} makes the archive of it, and all later
 * ones begin with that. Stateless; threads and processes may share it.
 */
public enum ClassArchive {
  /** Of the image's libraries. */
  KEELING("lib"),

  /** Of these and the embedded servers'. */
  SERVERS("lib", "lib-embedded");

  private static final Path DIRECTORY = Path.of("target", "classes-of-children").toAbsolutePath();

  private final List<String> libraries;

  ClassArchive(String... libraries) {
    this.libraries = List.of(libraries);
  }

  /** The jars, always in the same order: an archive suits a class path that begins as its own. */
  public List<Path> jars() {
    return libraries.stream()
        .flatMap(
            folder ->
                files(Path.of("..", "app", "target", folder).toAbsolutePath().normalize()).stream())
        .filter(file -> file.toString().endsWith(".jar"))
        .toList();
  }

  /**
   * Options of a JVM that has these jars on its class path.
   *
   * @param before what its class path has before them, with which no archive suits
   */
  List<String> options(List<String> before) {
    if (!before.isEmpty()) {
      return List.of();
    }
    if (isUpToDate()) {
      return List.of("-XX:SharedArchiveFile=" + archive());
    }
    // %p is the process: many write at a time.
    return List.of("-XX:DumpLoadedClassList=" + lists().resolve("%p.list"));
  }

  /** Makes what is missing of all that was written down; does nothing if nothing was. */
  public static void makeMissing() throws IOException, InterruptedException {
    Files.createDirectories(DIRECTORY);
    // Of two JVMs with tests one makes it.
    try (FileChannel lock =
        FileChannel.open(
            DIRECTORY.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      var unused = lock.lock();
      Map<ClassArchive, Process> making = new EnumMap<>(ClassArchive.class);
      for (ClassArchive each : values()) {
        if (!each.isUpToDate() && !files(each.lists()).isEmpty()) {
          making.put(each, each.make());
        }
      }
      for (Map.Entry<ClassArchive, Process> each : making.entrySet()) {
        each.getKey().take(each.getValue());
      }
    }
  }

  private Process make() throws IOException {
    Path list = Files.write(DIRECTORY.resolve(this + ".list"), classes(files(lists())));
    Files.deleteIfExists(made());
    return new ProcessBuilder(
            Jvm.java(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:dump",
            "-XX:SharedClassListFile=" + list,
            "-XX:SharedArchiveFile=" + made(),
            "-cp",
            jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)))
        .redirectErrorStream(true)
        .redirectOutput(DIRECTORY.resolve(this + ".log").toFile())
        .start();
  }

  private void take(Process making) throws IOException, InterruptedException {
    if (making.waitFor() != 0) {
      // Everything works without it, only slower.
      System.out.println("no archive of classes: see " + this + ".log in " + DIRECTORY);
      return;
    }
    Files.move(made(), archive(), StandardCopyOption.REPLACE_EXISTING);
    for (Path list : files(lists())) {
      Files.delete(list);
    }
  }

  /**
   * Each once, in the order of loading. The last line of a killed process may lack its end. From
   * JDK 21 on a process numbers its classes: the numbers of two do not fit together, and are for
   * classes with a loader of their own alone, which are left out.
   */
  private static Set<String> classes(List<Path> written) throws IOException {
    Set<String> classes = new LinkedHashSet<>();
    for (Path file : written) {
      String text = Files.readString(file);
      text.substring(0, text.lastIndexOf('\n') + 1)
          .lines()
          .filter(line -> !line.contains(" source: "))
          .map(line -> line.replaceFirst(" id: \\d+$", ""))
          .forEach(classes::add);
    }
    return classes;
  }

  private boolean isUpToDate() {
    try {
      FileTime made = Files.getLastModifiedTime(archive());
      for (Path jar : jars()) {
        if (Files.getLastModifiedTime(jar).compareTo(made) > 0) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private Path archive() {
    return DIRECTORY.resolve(this + ".jsa");
  }

  private Path made() {
    return DIRECTORY.resolve(this + ".new");
  }

  private Path lists() {
    try {
      return Files.createDirectories(DIRECTORY.resolve(this + "-lists"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + directory, e);
    }
  }
}
