package io.keeling.ingest.imports;

import io.keeling.ingest.backfill.Backlog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run of an import: sends the pages found. From time to time it waits until they are
 * acknowledged, saves the progress, and waits for the pipeline. Not thread-safe.
 */
final class ImportRun implements FindListener {

  /**
   * Longest time between two saves of the progress. With a longer interval, more is read again
   * after a kill. With a shorter one, the run waits for the brokers more often.
   */
  private static final Duration SAVE_INTERVAL = Duration.ofSeconds(5);

  private final PageProducer producer;
  private final ImportPositions positions;
  private final Backlog backlog;
  private final ImportTally tally;
  private final ImportListener listener;
  private final long pagesBefore;

  private @Nullable Path file;
  private long size;
  private long earlierFiles;
  private int sent;

  private int room;

  private long recordedAt = System.nanoTime();

  /**
   * @param resumed where an earlier run stopped, null if there was none
   */
  ImportRun(
      PageProducer producer,
      ImportPositions positions,
      Backlog backlog,
      ImportTally tally,
      ImportListener listener,
      @Nullable ImportPosition resumed) {
    this.producer = producer;
    this.positions = positions;
    this.backlog = backlog;
    this.room = backlog.firstRoom();
    this.tally = tally;
    this.listener = listener;
    this.pagesBefore = resumed == null ? 0 : resumed.pages();
    this.earlierFiles =
        tally.report().extent().begun() - (resumed == null ? 0 : resumed.position());
  }

  @Override
  public void page(FoundPage page) {
    producer.send(page);
    sent++;
  }

  @Override
  public void skip(String origin, SkipReason reason, String message) {
    tally.skip(origin, reason, message);
  }

  @Override
  public void file(Path begun, long bytes) {
    earlierFiles += size;
    file = begun;
    size = bytes;
  }

  @Override
  public void at(ArchivePosition place) {
    tally.read(earlierFiles + place.position());
    boolean late = System.nanoTime() - recordedAt > SAVE_INTERVAL.toNanos();
    if (sent >= room || late) {
      producer.flush();
      positions.save(
          new ImportPosition(
              ImportPosition.nameOf(Objects.requireNonNull(file)),
              size,
              place.position(),
              place.records(),
              pagesBefore + tally.pages()));
      listener.progress(tally.report());
      room = backlog.awaitRoom();
      sent = 0;
      recordedAt = System.nanoTime();
    }
  }
}
