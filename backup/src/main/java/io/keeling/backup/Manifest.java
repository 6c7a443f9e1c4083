package io.keeling.backup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one run of {@code keeling backup} wrote, and what it stands on. A run counts once its
 * manifest is there.
 *
 * @param format of the backup; {@link #FORMAT}, or higher if a later release wrote it
 * @param run 1, 2, 3 ...
 * @param takenAt when its ends were fixed
 * @param keeling the release that wrote it
 * @param cluster the id of the Kafka cluster
 * @param previous digest of the manifest of the run before; absent in the first
 * @param cuts how far it has each topic
 * @param tables which tables it has, empty ones too
 * @param segments the files: of topics of which every record is kept those of this run, of others
 *     and of tables all that are in force, also those of earlier runs
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

  /** How far it has a topic. */
  public Optional<TopicCut> cut(String topic) {
    return cuts.stream().filter(cut -> cut.topic().equals(topic)).findFirst();
  }

  /** Its files of a topic or table. */
  public List<BackupSegment> segments(String of) {
    return segments.stream().filter(segment -> segment.of().equals(of)).toList();
  }
}
