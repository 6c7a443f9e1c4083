package io.keeling.app.backup;

import static java.util.stream.Collectors.joining;

import io.keeling.app.failure.UserException;
import io.keeling.contract.digest.Sha256;
import io.keeling.contract.serde.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a backup: one directory a run, {@code 000001} and so on, none of whose files is
 * ever changed. A run counts once its {@code SHA256SUMS} is there, which comes last; what an
 * interrupted one left is taken away by the next. Not for sharing between threads.
 */
public final class BackupDirectory implements AutoCloseable {

  private static final String MANIFEST = "manifest.json";

  /** Digests of the manifest and the files beside it, as {@code sha256sum -c} reads them. */
  private static final String SUMS = "SHA256SUMS";

  private static final String LOCK = "backup.lock";
  private static final Pattern RUN = Pattern.compile("[0-9]{6}");

  private final Path root;
  private final @Nullable FileChannel lock;

  private BackupDirectory(Path root, @Nullable FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Takes a directory for this process, to write a run into it; makes it if it is missing, for its
   * owner alone.
   *
   * @throws UserException if it holds something else, or another backup is under way
   * @throws IOException if it cannot be written
   */
  @SuppressWarnings("resource") // the lock lives as long as its channel
  public static BackupDirectory forWriting(Path path) throws IOException {
    Path root = path.toAbsolutePath().normalize();
    if (!Files.exists(root)) {
      Files.createDirectories(root, ownerOnly());
    } else if (!Files.exists(root.resolve(LOCK)) && !isEmpty(root)) {
      throw new UserException(
          root + " holds something that is no backup. Name an empty or a new directory.");
    }
    FileChannel channel =
        FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw new UserException("another keeling backup is writing to " + root + ".");
    }
    return new BackupDirectory(root, channel);
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // by this process
    }
  }

  /**
   * A directory to read from.
   *
   * @throws UserException if there is none
   */
  public static BackupDirectory forReading(Path path) {
    Path root = path.toAbsolutePath().normalize();
    if (!Files.isDirectory(root)) {
      throw new UserException("there is no directory " + root + ".");
    }
    return new BackupDirectory(root, null);
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isEmpty();
    }
  }

  /**
   * The runs that count, oldest first, each checked against its digest and the run before it.
   *
   * @throws UserException if one is missing, damaged or of a later release
   * @throws IOException if they cannot be read
   */
  public List<Manifest> runs() throws IOException {
    return runs(Integer.MAX_VALUE);
  }

  /**
   * As {@link #runs()}, but only the first so many: those behind may be damaged.
   *
   * @param most how many there are at most
   */
  public List<Manifest> runs(int most) throws IOException {
    List<Manifest> runs = new ArrayList<>();
    String previous = null;
    for (Path directory : runDirectories()) {
      if (!Files.exists(directory.resolve(SUMS))) {
        continue; // interrupted, or under way
      }
      if (runs.size() >= most) {
        break;
      }
      Path file = directory.resolve(MANIFEST);
      byte[] bytes = Files.readAllBytes(file);
      String digest = Sha256.hex(bytes);
      if (!Files.readString(directory.resolve(SUMS)).contains(digest + "  " + MANIFEST + "\n")) {
        throw damaged(file);
      }
      Manifest manifest = Json.MAPPER.readValue(bytes, Manifest.class);
      if (manifest.format() > Manifest.FORMAT) {
        throw new UserException(
            "%s was written by keeling %s, in a format that this one does not read."
                .formatted(file, manifest.keeling()));
      }
      if (manifest.run() != runs.size() + 1 || !Objects.equals(manifest.previous(), previous)) {
        throw new UserException(
            "%s does not follow on the run before it: one is missing or was exchanged. Restore from another copy, or with --run from the runs before."
                .formatted(file));
      }
      runs.add(manifest);
      previous = digest;
    }
    return runs;
  }

  private static UserException damaged(Path file) {
    return new UserException(
        file + " is damaged: its digest is another. Take it from another copy of the backup.");
  }

  private List<Path> runDirectories() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files.filter(file -> RUN.matcher(name(file)).matches()).sorted().toList();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** An empty directory for a run; what an interrupted one left there is deleted. */
  Path begin(int run) throws IOException {
    Path directory = root.resolve("%06d".formatted(run));
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return Files.createDirectory(directory);
  }

  /** Makes a run count: all of it is on the disk then. */
  void commit(Manifest manifest) throws IOException {
    Path directory = root.resolve("%06d".formatted(manifest.run()));
    byte[] bytes = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
    write(directory.resolve(MANIFEST), bytes);
    String own = name(directory) + "/";
    String sums =
        manifest.segments().stream()
            .filter(segment -> segment.file().startsWith(own))
            .map(segment -> segment.sha256() + "  " + segment.file().substring(own.length()) + "\n")
            .collect(joining("", "", Sha256.hex(bytes) + "  " + MANIFEST + "\n"));
    Path unfinished = directory.resolve(SUMS + ".unfinished");
    write(unfinished, sums.getBytes(StandardCharsets.UTF_8));
    Utils.flushDir(directory);
    Utils.atomicMoveWithFallback(unfinished, directory.resolve(SUMS));
    Utils.flushDir(root);
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** The digest of a run's manifest. */
  String digest(Manifest manifest) throws IOException {
    return Digests.of(root.resolve("%06d".formatted(manifest.run())).resolve(MANIFEST));
  }

  /** Writes the files of a run. */
  RunWriter writer(Path directory, long largest) {
    return new RunWriter(root, directory, largest);
  }

  /**
   * Where a file of the backup is.
   *
   * @throws UserException if it is missing
   */
  Path path(Segment segment) {
    Path file = root.resolve(segment.file()).normalize();
    if (!file.startsWith(root) || !Files.isRegularFile(file)) {
      throw new UserException(file + " is missing. Take it from another copy of the backup.");
    }
    return file;
  }

  /**
   * Reads a file of the backup and compares its digest.
   *
   * @throws UserException if it is another, or the file is missing
   * @throws IOException if it cannot be read
   */
  void verify(Segment segment) throws IOException {
    Path file = path(segment);
    if (!Digests.of(file).equals(segment.sha256())) {
      throw damaged(file);
    }
  }

  @Override
  public String toString() {
    return root.toString();
  }

  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.close();
    }
  }
}
