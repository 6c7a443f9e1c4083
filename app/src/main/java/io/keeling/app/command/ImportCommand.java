package io.keeling.app.command;

import io.keeling.app.UserException;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.terminal.Printable;
import io.keeling.app.terminal.Progress;
import io.keeling.app.terminal.Table;
import io.keeling.app.terminal.Terminal;
import io.keeling.contract.topic.KafkaConnection;
import io.keeling.ingest.imports.ImportListener;
import io.keeling.ingest.imports.ImportReport;
import io.keeling.ingest.imports.PageImport;
import io.keeling.ingest.imports.SkipReason;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keeling import}: pages from files and archives into the running pipeline. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Sends pages from HTML files, directories and WARC archives (all may be gzipped) into a running Keeling.",
      "Harmless to repeat: the same words of the same address are stored once."
    })
public final class ImportCommand implements Runnable {

  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description = "HTML files, directories of them, or WARC files.")
  private List<Path> inputs;

  @Option(
      names = "--source",
      paramLabel = "ID",
      defaultValue = PageImport.DEFAULT_SOURCE,
      description = "Source the pages belong to (default: ${DEFAULT-VALUE}).")
  private String source;

  @Option(names = "--verbose", description = "Say which files and records are skipped, and why.")
  private boolean verbose;

  @Mixin private ConfigOption config;

  @picocli.CommandLine.Spec private picocli.CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    for (Path input : inputs) {
      if (!Files.isReadable(input)) {
        throw new UserException(
            "cannot read " + input + ". Name HTML files, directories or WARC files.");
      }
    }
    KafkaConnection kafka = Kafka.reachable(config.load().kafka().connection());
    Terminal terminal = Terminal.standardError();
    Progress progress = new Progress(terminal, "pages", 0);
    try {
      ImportReport report = new PageImport(kafka, source, listener(terminal, progress)).run(inputs);
      terminal.clear();
      print(report);
    } catch (KafkaException e) {
      throw new UserException(
          "Kafka at %s stopped taking pages: %s. Run the same command again; what is there already is not stored twice."
              .formatted(kafka.bootstrapServers(), Printable.line(String.valueOf(e.getMessage()))),
          e);
    }
  }

  private ImportListener listener(Terminal terminal, Progress progress) {
    return new ImportListener() {
      @Override
      public void progress(ImportReport soFar) {
        progress.advance(soFar.pages());
      }

      @Override
      public void skipped(String origin, SkipReason reason, String message) {
        if (verbose) {
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
    PrintWriter out = spec.commandLine().getOut();
    table.lines().forEach(out::println);
    out.flush();
  }
}
