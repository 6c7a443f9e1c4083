package io.keeling.search.lucene.index;

import io.keeling.runtime.failure.Causes;
import io.keeling.search.IndexDirectory;
import io.keeling.search.IndexDirectory.Opened;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps indexes in numbered directories; the highest number is in use. An index that is damaged,
 * has another format or has not been updated for too long is rebuilt under the next number.
 * Meanwhile an older index answers if it can still be opened. For one thread.
 */
public final class LuceneDirectory implements IndexDirectory {

  private static final Logger LOG = LoggerFactory.getLogger(LuceneDirectory.class);

  private static final String PREFIX = "index-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "\\d{1,9}");
  private static final String DAMAGED = "it was damaged";

  /**
   * Time without updates after which an index is rebuilt. Tombstones of deleted articles stay in
   * the topic until it is compacted and one day longer. An index that was updated within this time
   * still finds all of them.
   */
  private static final Duration FORGETS_AFTER = Duration.ofDays(7);

  private final Path directory;
  private final LuceneSettings settings;
  private final Clock clock;

  public LuceneDirectory(Path directory, LuceneSettings settings, Clock clock) {
    this.directory = directory;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Opened open(String anew) throws IOException {
    Files.createDirectories(directory);
    Choice choice = choose(anew);
    try {
      return open(choice);
    } catch (IOException e) {
      if (choice.use() == null || !isDamage(e)) {
        throw e;
      }
      LOG.warn("The search index {} is damaged", choice.use(), e);
      delete(choice.use());
      return open(choose(DAMAGED));
    }
  }

  /**
   * What to open.
   *
   * @param use the index to continue, null to begin a new one
   * @param older the index that answers meanwhile, if any
   * @param reason why the index is rebuilt, empty if it is not
   */
  private record Choice(@Nullable Path use, @Nullable Path older, String reason) {}

  private Choice choose(String anew) throws IOException {
    String reason = anew;
    Path use = null;
    for (Path path : indexes()) {
      Optional<CommitData> data = data(path);
      if (data.isEmpty()) {
        reason = DAMAGED;
        continue;
      }
      String problem = reason.isEmpty() ? problem(data.get()) : reason;
      if (use == null && problem.isEmpty()) {
        use = path;
        if (data.get().complete()) {
          return new Choice(use, null, "");
        }
        reason = "it is not finished yet";
      } else if (data.get().isReadable() && data.get().complete()) {
        return new Choice(use, path, problem);
      } else {
        reason = problem;
      }
    }
    return new Choice(use, null, reason.isEmpty() ? "there is none yet" : reason);
  }

  private Opened open(Choice choice) throws IOException {
    Path path = choice.use() == null ? next() : choice.use();
    for (Path other : indexes()) {
      if (!other.equals(path) && !other.equals(choice.older())) {
        delete(other);
      }
    }
    LuceneIndex index = LuceneIndex.open(path, clock, settings);
    return new OpenedIndex(index, choice.older(), older(choice.older()), choice.reason());
  }

  private @Nullable LuceneReader older(@Nullable Path path) {
    if (path == null) {
      return null;
    }
    try {
      return LuceneReader.of(FSDirectory.open(path), settings);
    } catch (IOException e) {
      LOG.warn("The older search index {} cannot be opened: {}", path, e.toString());
      return null;
    }
  }

  private String problem(CommitData data) {
    if (!data.isReadable()) {
      return "its format has changed";
    }
    if (!data.isCurrent()) {
      return "the analysis of words has changed";
    }
    Instant forgotten = clock.instant().minus(FORGETS_AFTER);
    return data.complete() && data.at().isBefore(forgotten)
        ? "it was not updated for too long"
        : "";
  }

  @Override
  public boolean isDamage(Throwable failure) {
    return Causes.of(failure).stream()
        .anyMatch(
            cause ->
                cause instanceof CorruptIndexException
                    || cause instanceof IndexFormatTooOldException
                    || cause instanceof IndexFormatTooNewException
                    || cause instanceof EOFException
                    || cause instanceof NoSuchFileException
                    || cause instanceof FileNotFoundException);
  }

  /** The data of the last commit; empty if it cannot be read. */
  private static Optional<CommitData> data(Path path) {
    try (Directory files = FSDirectory.open(path)) {
      return Optional.of(CommitData.read(SegmentInfos.readLatestCommit(files).getUserData()));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The directories of the indexes, newest first. */
  private List<Path> indexes() throws IOException {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths
          .filter(path -> NAME.matcher(path.getFileName().toString()).matches())
          .sorted(Comparator.comparingInt(LuceneDirectory::number).reversed())
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Path next() throws IOException {
    List<Path> found = indexes();
    return directory.resolve(PREFIX + (found.isEmpty() ? 1 : number(found.get(0)) + 1));
  }

  /** Deletes an index. If that fails, it stays and a warning is logged. */
  static void delete(Path index) {
    try {
      IOUtils.rm(index);
    } catch (IOException e) {
      LOG.warn("The search index {} cannot be deleted: {}", index, e.toString());
    }
  }

  private static int number(Path path) {
    return Integer.parseInt(path.getFileName().toString().substring(PREFIX.length()));
  }
}
