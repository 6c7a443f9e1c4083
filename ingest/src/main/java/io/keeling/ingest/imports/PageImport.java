package io.keeling.ingest.imports;

import io.keeling.contract.topic.Topics;
import io.keeling.ingest.backfill.Backlog;
import io.keeling.ingest.config.BackfillConfig;
import io.keeling.runtime.kafka.KafkaConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Brings pages from files into the pipeline: HTML files, directories of them and WARC files, each
 * gzipped or not, become records of {@code keeling.pages} as if they had just been fetched. What
 * cannot be used is skipped, counted and told to the listener; it never ends an import. Importing
 * the same files again is harmless: pages of the same address and words are one article. Memory
 * does not grow with the input, but for the names in one directory. Immutable; each run may be on
 * another thread.
 *
 * <p>An import that is cut off, however hard, goes on where it stopped when it is run again with
 * the same inputs and source: every {@link BackfillConfig#stride} pages it waits until the brokers
 * have them all, and only then {@link ImportPositions records the place} behind them. So no page is
 * lost, and no more than a stride is sent twice. At the same places it waits for the pipeline, see
 * {@link Backlog}.
 *
 * <p>An HTML file's address is what it names as canonical ({@code link rel=canonical}, {@code
 * og:url}); a file that names none becomes {@code http://file.invalid/} with a digest of its
 * content.
 */
public final class PageImport {

  /** The source that imported pages belong to unless the operator names another. */
  public static final String DEFAULT_SOURCE = "import";

  /** How many pages lie between two reports of progress. Chosen. */
  static final int PAGES_PER_PROGRESS = 100;

  /** Room for key and headers, in bytes. Chosen: their addresses may be 4 KiB each. */
  private static final int RECORD_OVERHEAD = 16 * 1024;

  /** What is left for the bytes of a page. */
  private static final int LARGEST_PAGE = Topics.LARGEST_RECORD - RECORD_OVERHEAD;

  private final KafkaConnection kafka;
  private final String sourceId;
  private final List<Backlog.Stage> stages;
  private final BackfillConfig config;
  private final ImportListener listener;

  /**
   * @param kafka where the pages go
   * @param sourceId the source they are to belong to
   * @param stages who is not to fall behind
   * @param listener told how it goes
   */
  public PageImport(
      KafkaConnection kafka,
      String sourceId,
      List<Backlog.Stage> stages,
      BackfillConfig config,
      ImportListener listener) {
    this.kafka = Objects.requireNonNull(kafka, "kafka");
    this.sourceId = Objects.requireNonNull(sourceId, "sourceId");
    this.stages = List.copyOf(stages);
    this.config = Objects.requireNonNull(config, "config");
    this.listener = Objects.requireNonNull(listener, "listener");
  }

  /**
   * Imports and waits until the broker has everything.
   *
   * @param inputs files and directories
   * @param anew whether to forget where an earlier run stopped
   * @throws org.apache.kafka.common.KafkaException if the broker is away for too long or refuses to
   *     take pages
   * @throws io.keeling.ingest.backfill.StalledException if the pipeline stands still
   */
  public ImportReport run(List<Path> inputs, boolean anew) {
    try (ImportPositions positions = new ImportPositions(kafka, inputs, sourceId);
        Backlog backlog = new Backlog(kafka, stages, config, listener::waiting)) {
      ImportPosition resumed = anew ? null : positions.load();
      InputFiles.Extent extent = InputFiles.extent(inputs, resumed);
      if (resumed != null && extent.before() < 0) {
        listener.startedOver();
        resumed = null;
      } else if (resumed != null) {
        listener.resumed(resumed.pages());
      }
      ImportTally tally = new ImportTally(Math.max(0, extent.before()), extent.total());
      run(inputs, resumed, positions, backlog, tally);
      positions.delete();
      ImportReport report = tally.report();
      listener.progress(report);
      return report;
    }
  }

  private void run(
      List<Path> inputs,
      @Nullable ImportPosition resumed,
      ImportPositions positions,
      Backlog backlog,
      ImportTally tally) {
    Skips skips = new Skips(tally, listener);
    try (PageProducer producer =
        new PageProducer(kafka, config, sourceId, new Acknowledgements(tally, listener, skips))) {
      ImportRun course =
          new ImportRun(producer, positions, backlog, tally, listener, skips, resumed);
      new InputFiles(course, LARGEST_PAGE).read(inputs, resumed);
      producer.flush();
    }
  }

  /** Counts and tells what is skipped. */
  record Skips(ImportTally tally, ImportListener listener) {

    void skip(String origin, SkipReason reason, String message) {
      tally.skipped(reason);
      listener.skipped(origin, reason, message);
    }
  }

  private record Acknowledgements(ImportTally tally, ImportListener listener, Skips skips)
      implements PageProducer.Acknowledged {

    @Override
    public void sent(int size) {
      if (tally.sent(size) % PAGES_PER_PROGRESS == 0) {
        listener.progress(tally.report());
      }
    }

    @Override
    public void refused(String origin) {
      skips.skip(origin, SkipReason.TOO_LARGE, "more than the broker takes in one record");
    }
  }
}
