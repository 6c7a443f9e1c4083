package io.keeling.app.command;

import io.keeling.app.backfill.ImportProgress;
import io.keeling.app.backfill.Stages;
import io.keeling.app.config.KeelingConfig;
import io.keeling.app.failure.UserException;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.terminal.Printable;
import io.keeling.app.terminal.Table;
import io.keeling.app.terminal.Terminal;
import io.keeling.contract.source.Source;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.backfill.Backlog;
import io.keeling.ingest.backfill.StalledException;
import io.keeling.ingest.imports.ImportListener;
import io.keeling.ingest.imports.ImportReport;
import io.keeling.ingest.imports.PageImport;
import io.keeling.ingest.imports.SkipReason;
import io.keeling.runtime.kafka.KafkaConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command {@code keeling import}, which sends pages from files and archives into the running
 * pipeline.
 */
@Command(
    name = "import",
    description = {
      "Sends pages from HTML files, directories and WARC archives (all may be gzipped) into a"
          + " running Keeling.",
      "Continues where it stopped if it was interrupted. Harmless to repeat: the same text at the"
          + " same address is stored once.",
      "Sends only as fast as the pipeline reads, so that live pages wait only briefly (settings"
          + " under backfill).",
      "What cannot be read is skipped and counted, and the exit status is 1 then. So are links in"
          + " a directory that lead out of it."
    })
public final class ImportCommand extends KeelingCommand implements Runnable {

  /** Maximum number of skipped links reported without --verbose: enough to recognise them. */
  private static final int MOST_LINKS = 10;

  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description = "HTML files, directories of them, or WARC files.")
  private List<Path> inputs;

  @Option(
      names = "--source",
      paramLabel = "ID",
      defaultValue = PageImport.DEFAULT_SOURCE,
      description =
          "Id of the source the articles belong to: lower-case letters, digits, hyphens (default:"
              + " ${DEFAULT-VALUE}, and each article to its domain).")
  private String source;

  @Option(
      names = "--from-start",
      description = "Start over, even if an earlier run of this import was interrupted.")
  private boolean anew;

  @Option(names = "--verbose", description = "Report which files and records are skipped, and why.")
  private boolean verbose;

  @Mixin private ConfigOption config;

  @Override
  public void run() {
    if (!Source.isId(source)) {
      throw wrong(
          "--source must be 1 to 64 lower-case letters, digits and hyphens, no hyphen first.");
    }
    for (Path input : inputs) {
      if (!Files.isReadable(input)) {
        throw new UserException(
            "cannot read " + input + ". Name HTML files, directories or WARC files.");
      }
    }
    KeelingConfig settings = config.load();
    KafkaConnection kafka = Kafka.reachable(settings.kafka().connection(), Topics.PAGES);
    Terminal terminal = Terminal.standardError();
    ImportListener listener = listener(terminal, new ImportProgress(terminal));
    PageImport pages =
        new PageImport(kafka, source, Stages.all(settings), settings.backfill(), listener);
    try {
      ImportReport report = pages.run(inputs, anew);
      terminal.clear();
      print(report);
      if (report.lost() > 0) {
        throw new UserException(
            "%,d could not be read; --verbose says which and why.".formatted(report.lost()));
      }
    } catch (StalledException e) {
      terminal.clear();
      throw new UserException(
          e.getMessage()
              + ". See that it runs, then run the same command again: it goes on where it stopped.",
          e);
    } catch (KafkaException e) {
      terminal.clear();
      throw new UserException(
          "Kafka at %s stopped taking pages: %s. Run the same command again: it goes on where it stopped."
              .formatted(kafka.bootstrapServers(), Printable.line(String.valueOf(e.getMessage()))),
          e);
    }
  }

  private ImportListener listener(Terminal terminal, ImportProgress progress) {
    return new ImportListener() {
      private int links;

      @Override
      public void progress(ImportReport soFar) {
        progress.show(soFar);
      }

      @Override
      public void resumed(long pages) {
        terminal.say("Going on where an earlier run stopped, after %,d pages.".formatted(pages));
      }

      @Override
      public void startedOver() {
        terminal.say(
            "The file where an earlier run stopped is gone or has changed: starting over.");
      }

      @Override
      public void waiting(Backlog.Stage stage, long unread) {
        progress.waiting(stage, unread);
      }

      @Override
      public void skipped(String origin, SkipReason reason, String message) {
        if (verbose || (reason == SkipReason.LINK && ++links <= MOST_LINKS)) {
          terminal.say(
              Printable.line("skipped " + origin + ": " + reason.label() + ": " + message));
        }
      }
    };
  }

  private void print(ImportReport report) {
    double seconds = Math.max(1, report.elapsed().toMillis()) / 1000.0;
    Table table = new Table();
    table.row(
        report.pages(),
        "pages sent, %.1f MB in %.1f s (%.1f a second)"
            .formatted(report.bytes() / 1e6, seconds, report.pages() / seconds));
    report.skipped().forEach((reason, count) -> table.row(count, "skipped: " + reason.label()));
    print(table.lines());
  }
}
