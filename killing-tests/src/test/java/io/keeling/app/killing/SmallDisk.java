package io.keeling.app.killing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file system of its own in memory, that can be filled to the last byte without harm to anything
 * else. Not for sharing between threads.
 */
final class SmallDisk implements AutoCloseable {

  private static final int PIECE = 1 << 20;

  private final Path directory;
  private final Path ballast;

  private SmallDisk(Path directory) {
    this.directory = directory;
    this.ballast = directory.resolve("ballast");
  }

  /**
   * Mounts one; none where this user may not, which is then said.
   *
   * @param size as {@code mount} takes it
   */
  static Optional<SmallDisk> mount(Path directory, String size)
      throws IOException, InterruptedException {
    Files.createDirectories(directory);
    Process mount =
        new ProcessBuilder(
                "mount", "-t", "tmpfs", "-o", "size=" + size, "keeling", directory.toString())
            .redirectErrorStream(true)
            .start();
    String answer =
        new String(mount.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (mount.waitFor() != 0) {
      System.out.println("SKIPPED: no disk is filled, as this user may not mount one: " + answer);
      return Optional.empty();
    }
    SmallDisk disk = new SmallDisk(directory);
    // Should the test's own JVM be stopped, nothing is left behind.
    Runtime.getRuntime().addShutdownHook(new Thread(disk::close));
    return Optional.of(disk);
  }

  /** Takes all that is free. */
  void fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(ballast)) {
      byte[] piece = new byte[PIECE];
      while (true) {
        out.write(piece);
      }
    } catch (IOException e) {
      if (!Files.exists(ballast)) {
        throw e;
      }
    }
  }

  /** Gives it back. */
  void free() throws IOException {
    Files.deleteIfExists(ballast);
  }

  @Override
  public void close() {
    try {
      // At once, whoever has it open; again does no harm.
      new ProcessBuilder("umount", "-l", directory.toString())
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unmount " + directory, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
