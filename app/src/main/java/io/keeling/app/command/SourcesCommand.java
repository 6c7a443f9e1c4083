package io.keeling.app.command;

import io.keeling.app.config.KeelingConfig;
import io.keeling.app.failure.UserException;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.sources.SourceCheck;
import io.keeling.app.terminal.Table;
import io.keeling.contract.source.Source;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.ingest.drift.Yield;
import io.keeling.ingest.health.SourceHealth;
import io.keeling.ingest.health.SourcesPage;
import io.keeling.ingest.source.SourceStates;
import io.keeling.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command {@code keeling sources}, which lists, removes and checks what a running Keeling
 * watches.
 */
@Command(
    name = "sources",
    description =
        "Lists, adds, removes and checks the sources of a running Keeling; a change takes effect"
            + " at once.",
    subcommands = {SourcesAddCommand.class, SourcesImportCommand.class, SourcesExportCommand.class})
public final class SourcesCommand extends KeelingCommand.Group {

  /** Time limit for reading the yields of pages, as a person waits for it. */
  private static final Duration READING = Duration.ofSeconds(60);

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the sources by id.")
  void list(@Mixin ConfigOption config) {
    try (SourceCatalogue catalogue = catalogue(config)) {
      List<Source> sources = byId(catalogue);
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
    print("No longer watching " + id + ".");
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = {
        "Lists sources that are dead, silent or failing, why, and since when; the worst first.",
        "Dead and silent mean: for longer than is usual for that source. Of its last 32 pages:",
        "how many were articles, and what these had; \"half or less\" of what is usual is drift."
      })
  int check(
      @Mixin ConfigOption config,
      @Option(names = "--fail", description = "Exit with 1 if a source is dead or silent.")
          boolean fail) {
    KeelingConfig settings = config.load();
    KafkaConnection kafka = Kafka.reachable(settings.kafka().connection(), Topics.SOURCES);
    List<SourceHealth> sources;
    try (SourceCatalogue catalogue = new SourceCatalogue(kafka)) {
      sources =
          SourceCheck.of(
              catalogue.list(),
              SourceStates.all(kafka),
              yields(kafka),
              settings.ingest().sourceHealth(),
              Instant.now());
    }
    Table table =
        new Table()
            .row(
                "ID",
                "CONDITION",
                "SINCE",
                "LAST LOOK",
                "LAST NEWS",
                "OF ITS LAST PAGES",
                "REASON");
    for (SourceHealth source : sources) {
      table.row(
          source.id(),
          source.condition().label(),
          seconds(source.since()),
          seconds(source.lookedAt()),
          seconds(source.newsAt()),
          source.gives() == null ? "-" : source.gives().text(),
          source.reason() == null ? "-" : source.reason());
    }
    List<String> lines = new ArrayList<>(sources.isEmpty() ? List.of() : table.lines());
    lines.add(SourcesPage.summary(sources));
    print(lines);
    return fail && sources.stream().anyMatch(source -> source.condition().isTrouble()) ? 1 : 0;
  }

  /** Returns the yields; empty if this user may not read the pages. */
  private static Map<String, Yield> yields(KafkaConnection kafka) {
    try {
      return Yield.all(kafka, READING);
    } catch (AuthorizationException e) {
      return Map.of();
    }
  }

  private static String seconds(@Nullable Instant instant) {
    return instant == null ? "-" : instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static List<Source> byId(SourceCatalogue catalogue) {
    return catalogue.list().stream().sorted(Comparator.comparing(Source::id)).toList();
  }

  static SourceCatalogue catalogue(ConfigOption config) {
    return new SourceCatalogue(Kafka.reachable(config.load().kafka().connection(), Topics.SOURCES));
  }
}
