package io.keeling.app.command;

import io.keeling.app.batch.OrderedParallel;
import io.keeling.app.extract.Extraction;
import io.keeling.app.extract.Input;
import io.keeling.app.extract.Inputs;
import io.keeling.app.extract.UrlPages;
import io.keeling.app.failure.UserException;
import io.keeling.app.terminal.Progress;
import io.keeling.app.terminal.Terminal;
import io.keeling.runtime.deadline.RecordDeadline;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code keeling extract}, which reads pages into articles without Kafka. */
@Command(
    name = "extract",
    description = {
      "Reads pages and prints one article a line, as JSON, in the order of the inputs.",
      "A page that holds no article, or takes too long, gives a line with \"error\" and"
          + " \"message\". So does one that cannot be read or fetched, or is a link that leads out"
          + " of its directory, and the exit status is 1 then."
    })
public final class ExtractCommand extends KeelingCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "INPUT",
      arity = "0..*",
      description =
          "HTML files (may be gzipped), directories of them, or http(s) URLs; - for a page on"
              + " standard input (default).")
  private List<String> inputs = List.of();

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description =
          "JSON lines with \"file\" (relative to FILE) and optional \"url\" and \"http_charset\";"
              + " the output line repeats \"file\".")
  private @Nullable Path manifest;

  @Option(
      names = "--explain",
      description =
          "Print for people how each page was read instead: candidates of each field with their"
              + " scores, and each block with the rule that kept or left it.")
  private boolean explain;

  @Mixin private ConfigOption config;

  @Override
  public Integer call() {
    if (!inputs.isEmpty() && manifest != null) {
      throw new UserException("name files, directories or URLs, or one --manifest, not both.");
    }
    Terminal terminal = Terminal.standardError();
    List<Input> pages = manifest == null ? Inputs.of(named()) : Inputs.ofManifest(manifest);
    if (inputs.isEmpty() && manifest == null) {
      terminal.awaitInput("a page");
    }
    PrintWriter out = out();
    Progress progress = new Progress(terminal, "pages", pages.size());
    AtomicLong missing = new AtomicLong();
    try (UrlPages urls = new UrlPages(() -> config.load().ingest())) {
      RecordDeadline deadline = new RecordDeadline();
      Extraction extraction = new Extraction(urls::fetch, Clock.systemUTC(), deadline);
      new OrderedParallel()
          .map(
              pages.iterator(),
              explain ? extraction::explanation : extraction::line,
              answer -> {
                out.println(answer.text());
                missing.addAndGet(answer.came() ? 0 : 1);
                progress.step();
              });
    }
    out.flush();
    progress.finish();
    if (missing.get() > 0) {
      terminal.say(
          "%,d of %,d pages could not be read; \"error\" says why."
              .formatted(missing.get(), pages.size()));
    }
    return missing.get() > 0 ? 1 : 0;
  }

  private List<String> named() {
    return inputs.isEmpty() ? List.of("-") : inputs;
  }
}
