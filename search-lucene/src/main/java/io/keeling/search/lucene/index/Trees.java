package io.keeling.search.lucene.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes directories. */
final class Trees {

  private static final Logger LOG = LoggerFactory.getLogger(Trees.class);

  private Trees() {}

  /** Deletes a directory with all that is in it; what cannot be deleted stays, and is told. */
  static void delete(Path directory) {
    try (Stream<Path> paths = Files.walk(directory)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("{} cannot be deleted: {}", directory, e.toString());
    }
  }
}
