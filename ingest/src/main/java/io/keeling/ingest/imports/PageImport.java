package io.keeling.ingest.imports;

import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Brings pages from files into the pipeline: HTML files, directories of them and WARC files, each
 * gzipped or not, become records of {@code keeling.pages} as if they had just been fetched. What
 * cannot be used is skipped, counted and told to the listener; it never ends an import. Importing
 * the same files again is harmless: pages of the same address and words are one article. Memory
 * does not grow with the input. Immutable; each run may be on another thread.
 *
 * <p>An HTML file's address is what it names as canonical ({@code link rel=canonical}, {@code
 * og:url}); a file that names none becomes {@code http://file.invalid/} with a digest of its
 * content.
 */
public final class PageImport {

  /** The source that imported pages belong to unless the operator names another. */
  public static final String DEFAULT_SOURCE = "import";

  static final int PAGES_PER_PROGRESS = 100;

  /** Room for key and headers, whose addresses may be 4 KiB each, in bytes. */
  private static final int RECORD_OVERHEAD = 16 * 1024;

  private static final int LARGEST_PAGE = Topics.LARGEST_RECORD - RECORD_OVERHEAD;

  private final KafkaConnection kafka;
  private final String sourceId;
  private final ImportListener listener;

  /**
   * @param kafka where the pages go
   * @param sourceId the source they are to belong to
   * @param listener told how it goes
   */
  public PageImport(KafkaConnection kafka, String sourceId, ImportListener listener) {
    this.kafka = Objects.requireNonNull(kafka, "kafka");
    this.sourceId = Objects.requireNonNull(sourceId, "sourceId");
    this.listener = Objects.requireNonNull(listener, "listener");
  }

  /**
   * Imports and waits until the broker has everything.
   *
   * @param inputs files and directories
   * @throws org.apache.kafka.common.KafkaException if the broker is away for two minutes or refuses
   *     to take pages
   */
  public ImportReport run(List<Path> inputs) {
    Tally tally = new Tally();
    try (PageProducer producer =
        new PageProducer(kafka, sourceId, new Acknowledgements(tally, listener))) {
      InputFiles files =
          new InputFiles(
              new Sending(producer, tally, listener),
              LARGEST_PAGE,
              () -> listener.progress(tally.report()));
      inputs.forEach(files::read);
      producer.flush();
    }
    ImportReport report = tally.report();
    listener.progress(report);
    return report;
  }

  private static void skip(
      Tally tally, ImportListener listener, String origin, SkipReason reason, String message) {
    tally.skipped(reason);
    listener.skipped(origin, reason, message);
  }

  private record Sending(PageProducer producer, Tally tally, ImportListener listener)
      implements Finds {

    @Override
    public void page(FoundPage page) {
      producer.send(page);
    }

    @Override
    public void skip(String origin, SkipReason reason, String message) {
      PageImport.skip(tally, listener, origin, reason, message);
    }
  }

  private record Acknowledgements(Tally tally, ImportListener listener)
      implements PageProducer.Acknowledged {

    @Override
    public void sent(int size) {
      if (tally.sent(size) % PAGES_PER_PROGRESS == 0) {
        listener.progress(tally.report());
      }
    }

    @Override
    public void refused(String origin) {
      PageImport.skip(
          tally,
          listener,
          origin,
          SkipReason.TOO_LARGE,
          "more than the broker takes in one record");
    }
  }
}
