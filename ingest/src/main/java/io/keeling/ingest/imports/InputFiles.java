package io.keeling.ingest.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Reads all files of an import, from where an earlier run stopped. Not thread-safe. */
final class InputFiles {

  private final PageFile pages;
  private final WarcFile archives;
  private final FindListener finds;

  InputFiles(FindListener finds, int largestPage) {
    this.pages = new PageFile(finds, largestPage);
    this.archives = new WarcFile(finds, largestPage);
    this.finds = finds;
  }

  /**
   * The size of the inputs.
   *
   * @param total size of all files, in bytes
   * @param before number of bytes before the place where an earlier run stopped; -1 if that place
   *     is not in the inputs
   */
  record Extent(long total, long before) {}

  /** Measures all files without reading them. */
  static Extent extent(List<Path> inputs, @Nullable ImportPosition resumed) {
    long[] sums = {0, -1};
    InputWalk.walk(
        inputs,
        file -> {
          if (sums[1] < 0 && resumed != null && isAt(file, resumed)) {
            sums[1] = sums[0] + resumed.position();
          }
          sums[0] += size(file);
        },
        (path, reason, message) -> {}); // reported later, by read()
    return new Extent(sums[0], sums[1]);
  }

  /**
   * @param resumed where to begin, which must be in the inputs; null for the start
   */
  void read(List<Path> inputs, @Nullable ImportPosition resumed) {
    AtomicBoolean reached = new AtomicBoolean(resumed == null);
    InputWalk.walk(
        inputs,
        file -> {
          if (reached.get()) {
            read(file, ArchivePosition.START);
          } else if (resumed != null && isAt(file, resumed)) {
            reached.set(true);
            read(file, resumed.place());
          }
        },
        (path, reason, message) -> {
          if (reached.get()) {
            finds.skip(path.toString(), reason, message);
          }
        });
  }

  private void read(Path file, ArchivePosition from) {
    long size = size(file);
    finds.file(file, size);
    if (from.position() < size || size == 0) {
      try {
        if (WarcFile.is(file)) {
          archives.read(file, from);
        } else {
          pages.read(file);
        }
      } catch (IOException e) {
        finds.skip(file.toString(), SkipReason.UNREADABLE, e.getClass().getSimpleName());
      }
    }
    finds.at(new ArchivePosition(size, 0));
  }

  private static boolean isAt(Path file, ImportPosition position) {
    return position.file().equals(ImportPosition.nameOf(file)) && position.size() == size(file);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }
}
