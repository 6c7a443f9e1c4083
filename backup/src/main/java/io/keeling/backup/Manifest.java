package io.keeling.backup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The manifest of a run of {@code keeling backup}: what it wrote, and which earlier files it builds
 * on. A run is complete once it also has the file {@code SHA256SUMS}.
 *
 * @param format of the backup; {@link #FORMAT}, or higher if a later release wrote it
 * @param run 1, 2, 3 ...
 * @param takenAt when the ends of the topics were fixed
 * @param keeling the release that wrote it
 * @param cluster the id of the Kafka cluster
 * @param previous digest of the manifest of the run before; absent in the first run
 * @param cuts how far each topic is backed up
 * @param tables the tables in the backup, including empty ones
 * @param segments the files. For topics of which every record is kept, the files of this run; for
 *     other topics and for tables, all current files, including those of earlier runs
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

  /** How far a topic is backed up. */
  public Optional<TopicCut> cut(String topic) {
    return cuts.stream().filter(cut -> cut.topic().equals(topic)).findFirst();
  }

  /** The files of a topic or table. */
  public List<BackupSegment> segments(String of) {
    return segments.stream().filter(segment -> segment.of().equals(of)).toList();
  }
}
