package io.keeling.deploy.prometheus;

import io.keeling.app.Keeling;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The command {@code keeling} in a process that holds memory while a file is there, and writes to a
 * disk until it is nearly full once another is there, which names the disk.
 */
final class FullProcess {

  /** So much of the heap is used then. A little is left, which the command can go on with. */
  private static final double FULL = 0.96;

  /** A region of the heap with its header: it is never moved, which would need a free one. */
  private static final int PIECE = 1024 * 1024 - 16;

  private static final int LOOK_MILLIS = 200;

  /** The file that names a disk. */
  static final String DISK = "full-disk";

  /** What is left of a disk then, of a hundred: less than the limit of KeelingDiskFills. */
  private static final int LEFT_PERCENT = 5;

  private FullProcess() {}

  /**
   * Runs it.
   *
   * @param arguments the file, and those of the command
   */
  public static void main(String[] arguments) {
    Path sign = Path.of(arguments[0]);
    List<byte[]> held = new ArrayList<>();
    ScheduledExecutorService holder =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "holder");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        holder.scheduleWithFixedDelay(
            () -> {
              hold(sign, held);
              fillDisk(sign.resolveSibling(DISK));
            },
            0,
            LOOK_MILLIS,
            TimeUnit.MILLISECONDS);
    Keeling.main(Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static void hold(Path sign, List<byte[]> held) {
    if (!Files.exists(sign)) {
      if (!held.isEmpty()) {
        held.clear();
        System.gc(); // which an idle role does not come to for a while
      }
      return;
    }
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    try {
      for (double left = FULL * heap.getMax() - heap.getUsed(); left > 0; left -= PIECE) {
        held.add(new byte[PIECE]);
      }
    } catch (OutOfMemoryError e) {
      // No two regions beside each other are left: it is full.
    }
  }

  private static void fillDisk(Path sign) {
    if (!Files.exists(sign)) {
      return;
    }
    try {
      Path disk = Path.of(Files.readString(sign));
      Files.delete(sign);
      FileStore store = Files.getFileStore(disk);
      long left = store.getUsableSpace() - store.getTotalSpace() * LEFT_PERCENT / 100;
      try (OutputStream out = Files.newOutputStream(disk.resolve("filling"))) {
        for (; left > 0; left -= PIECE) {
          out.write(new byte[(int) Math.min(left, PIECE)]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
