package io.keeling.app.command;

import io.keeling.app.UserException;
import io.keeling.app.annotate.LineAnnotator;
import io.keeling.app.batch.OrderedParallel;
import io.keeling.app.terminal.Progress;
import io.keeling.app.terminal.Terminal;
import io.keeling.enrich.annotator.AnnotatorResources;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keeling annotate}: texts to tags, without Kafka. */
@Command(
    name = "annotate",
    mixinStandardHelpOptions = true,
    description = {
      "Tags texts with names, countries, climate grade and topics.",
      "Reads one JSON object with \"text\" a line, and optional \"title\" and \"language\"; other fields pass through."
    })
public final class AnnotateCommand implements Runnable {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "File of JSON lines (default: standard input).")
  private @Nullable Path file;

  @Option(
      names = "--explain",
      description = "Print for people how the tags of each text came about, instead of JSON.")
  private boolean explain;

  @picocli.CommandLine.Spec private picocli.CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    LineAnnotator annotator = new LineAnnotator(AnnotatorResources.load());
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(Terminal.standardError(), "articles", 0);
    try (BufferedReader in = open()) {
      new OrderedParallel()
          .map(
              in.lines().filter(line -> !line.isBlank()).iterator(),
              explain
                  ? line -> String.join("\n", annotator.explain(line)) + "\n"
                  : annotator::annotate,
              line -> {
                out.println(line);
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
  }

  private BufferedReader open() throws IOException {
    return file == null
        ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
        : Files.newBufferedReader(file);
  }
}
