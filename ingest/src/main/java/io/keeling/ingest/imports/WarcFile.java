package io.keeling.ingest.imports;

import io.keeling.ingest.gzip.Gzip;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * Reads the pages of a WARC file (ISO 28500), gzipped or not, with jwarc, one record in memory at a
 * time. Continues with the next intact record after a broken one. Not thread-safe.
 */
final class WarcFile {

  private static final byte[] MAGIC = {'W', 'A', 'R', 'C', '/'};

  private final FindListener finds;
  private final WarcPage pages;
  private long records;
  private long passedOver;

  WarcFile(FindListener finds, int largestPage) {
    this.finds = finds;
    this.pages = new WarcPage(finds, largestPage);
  }

  /** Whether the file is a WARC file, judging by its first bytes or by its name. */
  static boolean is(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(512);
    }
    if (Gzip.is(start)) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        start = in.readNBytes(MAGIC.length);
      } catch (IOException e) {
        start = new byte[0];
      }
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return (start.length >= MAGIC.length
            && Arrays.equals(Arrays.copyOf(start, MAGIC.length), MAGIC))
        || name.endsWith(".warc")
        || name.endsWith(".warc.gz");
  }

  /**
   * Reads from a place that {@link FindListener#at} reported. If reading cannot start there,
   * because the archive is compressed as a whole, everything before is read again and ignored.
   *
   * @throws IOException if the file cannot be read at all
   */
  void read(Path file, ArchivePosition from) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      RecordStarts starts = new RecordStarts(channel);
      boolean seekable = from.position() == 0 || starts.isAt(from.position());
      records = seekable ? from.records() : 0;
      passedOver = from.records();
      long at = seekable ? from.position() : 0;
      while (at >= 0 && at < channel.size()) {
        long broken = readFrom(at, channel, file);
        at = broken < 0 ? -1 : starts.after(Math.max(at, broken));
      }
    }
  }

  /**
   * Reads records from a position; returns the position of the first broken record, or -1 at the
   * end.
   */
  private long readFrom(long start, FileChannel channel, Path file) throws IOException {
    channel.position(start);
    WarcReader reader = null;
    long told = -1;
    while (true) {
      Optional<WarcRecord> record;
      try {
        if (reader == null) {
          // Never closed: that would close the channel, which is needed to read what follows.
          reader = new WarcReader(channel);
          reader.setLenient(true);
        }
        record = reader.next();
      } catch (IOException | RuntimeException e) {
        // For a record that is cut off, jwarc also throws exceptions of buffers, numbers and dates.
        long place = reader == null ? start : reader.position();
        if (place != told) {
          finds.skip(file + " at " + place, SkipReason.BROKEN_RECORD, e.getClass().getSimpleName());
        }
        return place;
      }
      if (record.isEmpty()) {
        return -1;
      }
      long place = reader.position();
      if (records++ < passedOver) {
        continue;
      }
      finds.at(new ArchivePosition(place, records - 1));
      if (record.get() instanceof WarcResponse response
          && !pages.read(response, file + " at " + place)) {
        told = place;
      }
    }
  }
}
