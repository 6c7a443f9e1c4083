package io.keeling.backup;

import static java.util.stream.Collectors.joining;

import io.keeling.contract.digest.Sha256;
import io.keeling.contract.serde.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The directory of a backup, on a disk or in a bucket. It has a directory for each run, {@code
 * 000001} and so on, whose files never change. A run is complete once it has the file {@code
 * SHA256SUMS}, which is written last; the next run overwrites what an interrupted run left. Not for
 * sharing between threads.
 */
public final class BackupDirectory implements AutoCloseable {

  private static final String MANIFEST = "manifest.json";

  /**
   * The file with the digests of the manifest and the other files, in the format of {@code
   * sha256sum -c}.
   */
  private static final String SUMS = "SHA256SUMS";

  private static final Pattern RUN = Pattern.compile("[0-9]{6}");

  /** Number of bytes decompressed at a time. */
  private static final int BUFFER = 64 * 1024;

  private final BackupStorage storage;

  private BackupDirectory(BackupStorage storage) {
    this.storage = storage;
  }

  /**
   * Opens a directory to write a run to it, and locks it for this process; creates it if it is
   * missing.
   *
   * @param where path of the directory, or {@code s3://bucket/prefix}
   * @throws BackupException if it holds something else, or another backup is being written
   * @throws IOException if it cannot be written
   */
  public static BackupDirectory forWriting(String where) throws IOException {
    return new BackupDirectory(BackupStorage.forWriting(where));
  }

  /**
   * Opens a directory to read from it.
   *
   * @param where as in {@link #forWriting}
   * @throws BackupException if there is no backup
   * @throws IOException if it cannot be reached
   */
  public static BackupDirectory forReading(String where) throws IOException {
    return new BackupDirectory(BackupStorage.forReading(where));
  }

  /**
   * The complete runs, oldest first, each checked against its digest and the run before it.
   *
   * @throws BackupException if a run is missing, damaged or of a later release
   * @throws IOException if they cannot be read
   */
  public List<Manifest> runs() throws IOException {
    return runs(Integer.MAX_VALUE);
  }

  /**
   * As {@link #runs()}, but only the first runs; those after them may be damaged.
   *
   * @param most maximum number of runs returned
   */
  public List<Manifest> runs(int most) throws IOException {
    List<Manifest> runs = new ArrayList<>();
    String previous = null;
    for (String directory : storage.list()) {
      if (runs.size() >= most) {
        break;
      }
      String sums = RUN.matcher(directory).matches() ? directory + "/" + SUMS : null;
      if (sums == null || !storage.has(sums)) {
        continue; // something else, or a run that was interrupted or is in progress
      }
      String file = directory + "/" + MANIFEST;
      byte[] bytes = read(file);
      String digest = Sha256.hex(bytes);
      if (!new String(read(sums), StandardCharsets.UTF_8)
          .contains(digest + "  " + MANIFEST + "\n")) {
        throw damaged(file);
      }
      Manifest manifest = Json.MAPPER.readValue(bytes, Manifest.class);
      if (manifest.format() > Manifest.FORMAT) {
        throw new BackupException(
            "%s was written by keeling %s, in a format that this release does not read."
                .formatted(at(file), manifest.keeling()));
      }
      if (manifest.run() != runs.size() + 1 || !Objects.equals(manifest.previous(), previous)) {
        throw new BackupException(
            "%s does not follow the run before it: a run is missing or was replaced. Restore from another copy, or restore the runs before it with --run."
                .formatted(at(file)));
      }
      runs.add(manifest);
      previous = digest;
    }
    return runs;
  }

  private byte[] read(String file) throws IOException {
    try {
      return storage.read(file);
    } catch (NoSuchFileException e) {
      throw missing(file, e);
    }
  }

  private String at(String file) {
    return storage + "/" + file;
  }

  private BackupException damaged(String file) {
    return new BackupException(
        at(file)
            + " is damaged: its digest does not match. Take it from another copy of the backup.");
  }

  private BackupException missing(String file, NoSuchFileException cause) {
    return new BackupException(
        at(file) + " is missing. Take it from another copy of the backup.", cause);
  }

  private static String name(int run) {
    return "%06d".formatted(run);
  }

  /**
   * Begins a run in a directory of its own.
   *
   * @param largest size before compression, in bytes, at which a new file begins
   */
  RunWriter begin(int run, long largest) throws IOException {
    Path directory = storage.begin(name(run));
    return new RunWriter(storage, directory, largest);
  }

  /** Completes a run: all its files are safe, and from now on it belongs to the backup. */
  void commit(Manifest manifest) throws IOException {
    String own = name(manifest.run()) + "/";
    byte[] bytes = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
    storage.write(own + MANIFEST, bytes);
    String sums =
        manifest.segments().stream()
            .filter(segment -> segment.file().startsWith(own))
            .map(segment -> segment.sha256() + "  " + segment.file().substring(own.length()) + "\n")
            .collect(joining("", "", Sha256.hex(bytes) + "  " + MANIFEST + "\n"));
    storage.publish(own + SUMS, sums.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the digest of a run's manifest. */
  String digest(Manifest manifest) throws IOException {
    return Sha256.hex(read(name(manifest.run()) + "/" + MANIFEST));
  }

  /**
   * Fetches a file of the backup to this machine, until it is closed.
   *
   * @throws BackupException if the file is missing
   * @throws IOException if the file cannot be read
   */
  LocalFile file(BackupSegment segment) throws IOException {
    try {
      return storage.fetch(segment.file());
    } catch (NoSuchFileException e) {
      throw missing(segment.file(), e);
    }
  }

  /**
   * Verifies a file of the backup by its digest.
   *
   * @throws BackupException if the digest does not match, or the file is missing
   * @throws IOException if it cannot be read
   */
  void verify(BackupSegment segment) throws IOException {
    try (LocalFile file = file(segment)) {
      verify(segment, file);
    }
  }

  private void verify(BackupSegment segment, LocalFile file) throws IOException {
    MessageDigest digest = Sha256.begin();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file.path()), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(segment.sha256())) {
      throw damaged(segment.file());
    }
  }

  /**
   * Reads the lines of a file.
   *
   * @param <E> exception that the reader throws besides {@link IOException}
   */
  @FunctionalInterface
  interface LineReader<E extends Exception> {
    void read(String line) throws IOException, E;
  }

  /**
   * Passes on each line of a file, in order. A file that is copied to this machine is verified
   * again, because it is not the copy that {@link #verify} saw.
   *
   * @throws IOException if the file cannot be read, or has more or fewer lines than the manifest
   *     says
   */
  <E extends Exception> void forEach(BackupSegment segment, LineReader<E> reader)
      throws IOException, E {
    try (LocalFile file = file(segment)) {
      if (file.copied()) {
        verify(segment, file);
      }
      long lines = 0;
      try (BufferedReader text =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(file.path()), BUFFER),
                  StandardCharsets.UTF_8))) {
        for (String line = text.readLine(); line != null; line = text.readLine()) {
          reader.read(line);
          lines++;
        }
      }
      if (lines != segment.records()) {
        throw new IOException(
            "%s has %d lines, not %d".formatted(segment.file(), lines, segment.records()));
      }
    }
  }

  @Override
  public String toString() {
    return storage.toString();
  }

  @Override
  public void close() throws IOException {
    storage.close();
  }
}
