package io.keeling.backup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one run of {@code keeling backup} wrote, and which run it continues.
 *
 * @param format format of the backup; {@link #FORMAT}, or higher if a later release wrote it
 * @param run number of the run: 1, 2, 3 ...
 * @param takenAt when the ends of the topics were determined
 * @param keeling the release that wrote the run
 * @param cluster the id of the Kafka cluster
 * @param previous digest of the previous run's manifest; absent in the first run
 * @param cuts the position up to which each topic is backed up
 * @param tables the tables included, even empty ones
 * @param segments the files. For topics of which every record is kept, those of this run; for other
 *     topics and for tables, all current ones, including those of earlier runs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Manifest(
    int format,
    int run,
    Instant takenAt,
    String keeling,
    String cluster,
    @Nullable String previous,
    List<TopicCut> cuts,
    List<String> tables,
    List<BackupSegment> segments) {

  /** The format that this release writes, and the newest that it reads. */
  public static final int FORMAT = 1;

  public Manifest {
    cuts = List.copyOf(cuts);
    tables = List.copyOf(tables);
    segments = List.copyOf(segments);
  }

  /** Returns the position up to which a topic is backed up. */
  public Optional<TopicCut> cut(String topic) {
    return cuts.stream().filter(cut -> cut.topic().equals(topic)).findFirst();
  }

  /** Returns the run's files of a topic or table. */
  public List<BackupSegment> segments(String of) {
    return segments.stream().filter(segment -> segment.of().equals(of)).toList();
  }
}
