package io.keeling.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Writes the files of one run, one or more for each partition or table that has any content. For
 * one thread.
 */
final class RunWriter implements AutoCloseable {

  private final BackupStorage storage;
  private final Path root;
  private final Path directory;
  private final long largest;
  private final Set<String> tables = new HashSet<>();
  private final Map<String, SegmentWriter> open = new TreeMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<BackupSegment> finished = new ArrayList<>();

  /**
   * @param storage storage that keeps the files
   * @param directory directory of this run, on this machine
   * @param largest size before compression, in bytes, at which a new file begins
   */
  RunWriter(BackupStorage storage, Path directory, long largest) {
    this.storage = storage;
    this.root = Objects.requireNonNull(directory.getParent());
    this.directory = directory;
    this.largest = largest;
  }

  /**
   * Writes a record of a topic. Each file of the topic is stored as soon as it is full or ended.
   */
  void write(ConsumerRecord<byte[], byte[]> record) throws IOException {
    write(record.topic(), record.partition(), RecordLine.of(record));
  }

  /**
   * Writes a row of a table, as JSON. The caller passes the files to {@link #keep} or {@link
   * #delete}.
   */
  void write(String table, String row) throws IOException {
    tables.add(table);
    write(table, 0, row.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String of, int partition, byte[] line) throws IOException {
    String name = of + "-" + partition;
    SegmentWriter writer = open.get(name);
    if (writer == null) {
      int number = numbers.merge(name, 1, Integer::sum);
      Path file = directory.resolve("%s-%03d.jsonl.gz".formatted(name, number));
      writer = new SegmentWriter(root, file, of, partition);
      open.put(name, writer);
    }
    writer.write(line);
    if (writer.lineBytes() >= largest) {
      finish(name, writer);
    }
  }

  private void finish(String name, SegmentWriter writer) throws IOException {
    BackupSegment segment = writer.finish();
    writer.close();
    open.remove(name);
    finished.add(segment);
    if (!tables.contains(segment.of())) {
      keep(List.of(segment));
    }
  }

  /** Ends the files of a topic or table, and returns them in the order of each partition. */
  List<BackupSegment> finish(String of) throws IOException {
    for (Map.Entry<String, SegmentWriter> entry : new TreeMap<>(open).entrySet()) {
      if (entry.getValue().of().equals(of)) {
        finish(entry.getKey(), entry.getValue());
      }
    }
    return finished.stream().filter(segment -> segment.of().equals(of)).toList();
  }

  /** Stores files, which are safe once this method returns. */
  void keep(List<BackupSegment> segments) throws IOException {
    for (BackupSegment segment : segments) {
      storage.keep(segment.file(), segment.sha256());
    }
  }

  /** Deletes files that an earlier run already has. */
  void delete(List<BackupSegment> segments) throws IOException {
    for (BackupSegment segment : segments) {
      Files.delete(root.resolve(segment.file()));
    }
  }

  /** Closes files that were not ended. */
  @Override
  public void close() throws IOException {
    for (SegmentWriter writer : open.values()) {
      writer.close();
    }
  }
}
