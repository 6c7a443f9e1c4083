package io.keeling.app.command;

import io.keeling.app.UserException;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.sources.LastOutcome;
import io.keeling.app.sources.SourceCheck;
import io.keeling.app.terminal.Table;
import io.keeling.contract.source.Source;
import io.keeling.contract.topic.KafkaConnection;
import io.keeling.ingest.catalogue.SourceCatalogue;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keeling sources}: what a running Keeling watches. */
@Command(
    name = "sources",
    mixinStandardHelpOptions = true,
    description =
        "Lists, adds, removes and checks the sources of a running Keeling; a change takes effect at once.",
    subcommands = {SourcesAddCommand.class, SourcesImportCommand.class, SourcesExportCommand.class},
    synopsisSubcommandLabel = "COMMAND")
public final class SourcesCommand implements Runnable {

  @picocli.CommandLine.Spec private picocli.CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the sources by id.")
  void list(@Mixin ConfigOption config) {
    try (SourceCatalogue catalogue = catalogue(config)) {
      List<Source> sources =
          catalogue.list().stream().sorted(Comparator.comparing(Source::id)).toList();
      Table table = new Table().row("ID", "KIND", "NAME", "URL");
      sources.forEach(
          s -> table.row(s.id(), s.kind().name().toLowerCase(Locale.ROOT), s.name(), s.url()));
      print(sources.isEmpty() ? List.of("No sources.") : table.lines());
    }
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Stops watching a source; its articles stay.")
  void remove(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "ID", description = "Its id, as list shows it.") String id) {
    try (SourceCatalogue catalogue = catalogue(config)) {
      if (!catalogue.remove(id)) {
        throw new UserException(
            "no source " + id + ". \"keeling sources list\" shows what there is.");
      }
    }
    print(List.of("No longer watching " + id + "."));
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Tells how the last look at each source ended, and since when.")
  void check(@Mixin ConfigOption config) {
    KafkaConnection kafka = Kafka.reachable(config.load().kafka().connection());
    Map<String, LastOutcome> outcomes = new SourceCheck(kafka).lastOutcomes();
    try (SourceCatalogue catalogue = new SourceCatalogue(kafka)) {
      List<Source> sources =
          catalogue.list().stream().sorted(Comparator.comparing(Source::id)).toList();
      Table table = new Table().row("ID", "LAST LOOK", "AT", "SINCE", "PROBLEM");
      for (Source source : sources) {
        LastOutcome last = outcomes.get(source.id());
        if (last == null) {
          table.row(source.id(), "none yet", "-", "-", "-");
        } else {
          String problem = last.problem() == null ? "-" : last.problem();
          table.row(
              source.id(),
              last.outcome().label(),
              seconds(last.at()),
              seconds(last.since()),
              problem);
        }
      }
      print(sources.isEmpty() ? List.of("No sources.") : table.lines());
    }
  }

  private static Instant seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }

  static SourceCatalogue catalogue(ConfigOption config) {
    return new SourceCatalogue(Kafka.reachable(config.load().kafka().connection()));
  }

  private void print(List<String> lines) {
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(out::println);
    out.flush();
  }
}
