package io.keeling.deploy.prometheus;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A role in a process of its own, as it is deployed: it can end and start again, become another
 * version and fill its heap. Not for sharing between threads.
 */
final class RoleProcess implements AutoCloseable {

  /**
   * Its heap, in a garbage collector of the image's kind, whose regions are pieces of {@link
   * FullProcess}. Chosen: twice what the sink needs.
   */
  private static final List<String> HEAP =
      List.of("-Xmx192m", "-XX:+UseG1GC", "-XX:G1HeapRegionSize=1m");

  /** A disk of a role. Chosen: many times what the index of a test takes. */
  private static final int DISK_MEGABYTES = 64;

  private static final int PATIENCE_SECONDS = 20;

  private final Path directory;
  private final List<String> command = new ArrayList<>();
  private Process process;

  /**
   * Starts it.
   *
   * @param directory where its files may lie
   * @param arguments what the command {@code keeling} is given
   */
  RoleProcess(Path directory, List<String> arguments) throws IOException {
    this(directory, List.of(), arguments);
  }

  /**
   * Starts it on a disk of its own, in memory, which nobody else sees.
   *
   * @param directory where its files may lie
   * @param disk what the disk is there instead of
   * @param arguments what the command {@code keeling} is given
   */
  static RoleProcess onDisk(Path directory, Path disk, List<String> arguments) throws IOException {
    Files.createDirectories(disk);
    String mounted = "mount -t tmpfs -o size=%dm keeling %s && exec \"$@\"";
    return new RoleProcess(
        directory,
        List.of(
            "unshare",
            "--user",
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            mounted.formatted(DISK_MEGABYTES, disk),
            "sh"),
        arguments);
  }

  private RoleProcess(Path directory, List<String> within, List<String> arguments)
      throws IOException {
    this.directory = Files.createDirectories(directory);
    command.addAll(within);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(HEAP);
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(classes() + File.pathSeparator + System.getProperty("java.class.path"));
    command.add(FullProcess.class.getName());
    command.add(full().toString());
    command.addAll(arguments);
    process = start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** What lies here is found before what is in the jars. */
  private Path classes() {
    return directory.resolve("classes");
  }

  private Path full() {
    return directory.resolve("full");
  }

  private Process start() throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("output.txt").toFile()))
        .start();
  }

  /** Ends it, and starts it anew. */
  void restart() throws IOException, InterruptedException {
    end();
    process = start();
  }

  /** It is another version from its next start on. */
  void becomes(String version) throws IOException {
    Path told = classes().resolve("io/keeling/app/version.txt");
    Files.createDirectories(told.getParent());
    Files.writeString(told, "keeling " + version);
  }

  /** Its heap is full from now on. */
  void fill() throws IOException {
    Files.writeString(full(), "");
  }

  /**
   * The disk of a directory is nearly full from now on. The sign is there with its content at once:
   * an empty one would name the disk of the machine.
   */
  void fillDisk(Path disk) throws IOException {
    Path sign = full().resolveSibling(FullProcess.DISK);
    Path written = Files.writeString(sign.resolveSibling("full-disk-next"), disk.toString());
    Files.move(written, sign, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Its heap is no longer full. */
  void release() throws IOException {
    Files.delete(full());
  }

  /** Ends it. */
  void end() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Ends it at once. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
