package io.keeling.app.command;

import io.keeling.app.annotate.LineAnnotator;
import io.keeling.app.annotate.ModelMemory;
import io.keeling.app.batch.OrderedParallel;
import io.keeling.app.failure.UserException;
import io.keeling.app.taxonomy.ConfiguredTaxonomy;
import io.keeling.app.terminal.Progress;
import io.keeling.app.terminal.Terminal;
import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.enrich.config.EnrichConfig;
import io.keeling.runtime.deadline.RecordDeadline;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code keeling annotate}, which tags texts without Kafka. */
@Command(
    name = "annotate",
    description = {
      "Tags texts with names, countries, climate grade and topics.",
      "Reads one JSON object with \"text\" a line, and optional \"title\" and \"language\"; other"
          + " fields pass through.",
      "A \"language\" is what is declared; as in the pipeline it is compared with the text, which"
          + " decides.",
      "A line that cannot be tagged comes out with \"error\", and the exit status is 1 then; one"
          + " that extract gave an \"error\" passes through."
    })
public final class AnnotateCommand extends KeelingCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "File of JSON lines (default: standard input).")
  private @Nullable Path file;

  @Option(
      names = "--explain",
      description = "Print an explanation of each text's tags for people, instead of JSON.")
  private boolean explain;

  @Option(
      names = "--taxonomy",
      paramLabel = "FILE",
      description = "Taxonomy to tag by (default: the setting enrich.taxonomy, or Keeling's own).")
  private @Nullable Path taxonomy;

  @Mixin private ConfigOption config;

  @Override
  public Integer call() {
    EnrichConfig settings = config.load().enrich();
    ModelMemory.require();
    Path mine = taxonomy == null ? settings.taxonomy() : taxonomy;
    LineAnnotator annotator =
        new LineAnnotator(
            // Keeling's own taxonomy is read in parallel with the models.
            mine == null
                ? AnnotatorResources.load()
                : AnnotatorResources.load(ConfiguredTaxonomy.read(mine)),
            new RecordDeadline());
    Terminal terminal = Terminal.standardError();
    if (file == null) {
      terminal.awaitInput("JSON lines");
    }
    Progress progress = new Progress(terminal, "lines", 0);
    PrintWriter out = out();
    AtomicLong number = new AtomicLong();
    AtomicLong failed = new AtomicLong();
    try (BufferedReader in = open()) {
      new OrderedParallel()
          .map(
              in.lines()
                  .map(line -> new Line(number.incrementAndGet(), line))
                  .filter(line -> !line.text().isBlank())
                  .iterator(),
              line ->
                  explain
                      ? annotator.explain(line.number(), line.text())
                      : annotator.annotate(line.number(), line.text()),
              answer -> {
                out.println(answer.text());
                failed.addAndGet(answer.accepted() ? 0 : 1);
                progress.step();
              });
    } catch (IOException | UncheckedIOException e) {
      throw new UserException(
          "cannot read "
              + (file == null ? "standard input" : file)
              + ". It must be JSON lines in UTF-8.",
          e);
    }
    out.flush();
    progress.finish();
    if (failed.get() > 0) {
      terminal.say(
          "%,d of %,d lines could not be tagged; \"error\" says why."
              .formatted(failed.get(), number.get()));
    }
    return failed.get() > 0 ? 1 : 0;
  }

  /** A line of the input, counted from 1. */
  private record Line(long number, String text) {}

  private BufferedReader open() throws IOException {
    return file == null
        ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
        : Files.newBufferedReader(file);
  }
}
