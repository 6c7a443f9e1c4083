package io.keeling.backup;

import io.keeling.contract.digest.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** Writes one file of a backup. Not thread-safe. */
final class SegmentWriter implements AutoCloseable {

  private final Path root;
  private final Path file;
  private final String of;
  private final int partition;
  private final FileChannel channel;
  private final DigestOutputStream digest;
  private final GZIPOutputStream gzip;
  private final OutputStream out;
  private long records;
  private long lineBytes;

  /**
   * @param root the backup's directory
   * @param file the file to write, which must not exist yet
   */
  SegmentWriter(Path root, Path file, String of, int partition) throws IOException {
    this.root = root;
    this.file = file;
    this.of = of;
    this.partition = partition;
    channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    digest = new DigestOutputStream(Channels.newOutputStream(channel), Sha256.begin());
    gzip = new GZIPOutputStream(new BufferedOutputStream(digest));
    out = new BufferedOutputStream(gzip);
  }

  void write(byte[] line) throws IOException {
    out.write(line);
    out.write('\n');
    records++;
    lineBytes += line.length + 1;
  }

  String of() {
    return of;
  }

  /** Size of all lines so far, in bytes before compression. */
  long lineBytes() {
    return lineBytes;
  }

  /** Ends the file and flushes it to the disk. */
  BackupSegment finish() throws IOException {
    out.flush();
    gzip.finish();
    gzip.flush();
    channel.force(true);
    return new BackupSegment(
        root.relativize(file).toString().replace('\\', '/'),
        of,
        partition,
        records,
        channel.size(),
        HexFormat.of().formatHex(digest.getMessageDigest().digest()));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
