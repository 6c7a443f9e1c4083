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
 * Imports pages from files: HTML files, directories of them and WARC files, each gzipped or not,
 * become records of {@code keeling.pages} as if they had just been fetched. What cannot be used is
 * skipped, counted and reported; it never ends an import. Importing the same files again is
 * harmless: pages with the same address and words are one article. Memory grows only with the
 * number of names in one directory. Each run may use another thread.
 *
 * <p>An interrupted import continues where it stopped when it is run again with the same inputs and
 * source. Every {@link BackfillConfig#stride} pages it waits until the brokers have all of them,
 * and then {@link ImportPositions saves its position}. So no page is lost, and no more than a
 * stride is sent twice. At the same points it waits for the pipeline, see {@link Backlog}.
 */
public final class PageImport {

  /** Source of imported pages if the operator names none. */
  public static final String DEFAULT_SOURCE = "import";

  /** Bytes reserved for key and headers, which may contain addresses of 4 KiB each. */
  private static final int RECORD_OVERHEAD = 16 * 1024;

  private static final int LARGEST_PAGE = Topics.LARGEST_RECORD - RECORD_OVERHEAD;

  private final KafkaConnection kafka;
  private final String sourceId;
  private final List<Backlog.Stage> stages;
  private final BackfillConfig config;
  private final ImportListener listener;

  /**
   * @param sourceId the source of the pages
   * @param stages stages of the pipeline that must not fall behind
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
   * Imports the inputs and waits until the broker has all pages.
   *
   * @param inputs files and directories
   * @param anew whether to ignore where an earlier run stopped
   * @throws org.apache.kafka.common.KafkaException if the broker is unavailable for too long or
   *     refuses pages
   * @throws io.keeling.ingest.backfill.StalledException if the pipeline makes no progress
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
      ImportTally tally = new ImportTally(Math.max(0, extent.before()), extent.total(), listener);
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
    try (PageProducer producer = new PageProducer(kafka, config, sourceId, tally)) {
      ImportRun course = new ImportRun(producer, positions, backlog, tally, listener, resumed);
      new InputFiles(course, LARGEST_PAGE).read(inputs, resumed);
      producer.flush();
    }
  }
}
