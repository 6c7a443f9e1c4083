package io.keeling.app.command;

import io.keeling.app.UserException;
import io.keeling.app.config.KeelingConfig;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.sources.SourceCheck;
import io.keeling.app.terminal.Table;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.contract.topic.KafkaConnection;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.ingest.health.SourceHealth;
import io.keeling.ingest.health.SourceStates;
import io.keeling.ingest.health.SourcesPage;
import io.keeling.ingest.url.CanonicalUrl;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keeling sources}: what a running Keeling watches. */
@Command(
    name = "sources",
    mixinStandardHelpOptions = true,
    description =
        "Lists, adds, removes and checks the sources of a running Keeling; a change takes effect at once.",
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
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Adds a source, or replaces the one with its id.")
  void add(
      @Mixin ConfigOption config,
      @Parameters(
              paramLabel = "URL",
              description = "Address of the feed, sitemap, section page or article.")
          String url,
      @Option(
              names = "--id",
              paramLabel = "ID",
              description = "Its id: lower-case letters, digits, hyphens (default: from the host).")
          @Nullable String id,
      @Option(
              names = "--kind",
              paramLabel = "KIND",
              defaultValue = "feed",
              description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
          SourceKind kind,
      @Option(
              names = "--name",
              paramLabel = "NAME",
              description = "The outlet's name (default: the host).")
          @Nullable String name,
      @Option(
              names = "--language",
              paramLabel = "CODE",
              description = "ISO 639-1 code the outlet writes in.")
          @Nullable String language,
      @Option(
              names = "--links",
              paramLabel = "REGEX",
              description = "For a section: which links are articles.")
          @Nullable String links,
      @Option(
              names = "--every",
              paramLabel = "DURATION",
              description = "How often to look, ISO 8601 such as PT15M (default: learned).")
          @Nullable Duration every) {
    String host =
        CanonicalUrl.of(url)
            .map(CanonicalUrl::host)
            .orElseThrow(() -> new UserException("not an http(s) address: " + url + "."));
    Source source;
    try {
      source =
          new Source(
              id == null ? idFrom(host) : id,
              kind,
              url,
              name == null ? host : name,
              language,
              links,
              every);
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage() + ".", e);
    }
    try (SourceCatalogue catalogue = catalogue(config)) {
      catalogue.put(source);
    }
    print(List.of("Watching " + source.url() + " as " + source.id() + "."));
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
      description = {
        "Tells which sources are dead, silent or failing, why, and since when; the worst first.",
        "Dead and silent mean: for longer than is usual for that source."
      })
  int check(
      @Mixin ConfigOption config,
      @Option(names = "--fail", description = "Exit with 1 if a source is dead or silent.")
          boolean fail) {
    KeelingConfig settings = config.load();
    KafkaConnection kafka = Kafka.reachable(settings.kafka().connection());
    List<SourceHealth> sources;
    try (SourceCatalogue catalogue = new SourceCatalogue(kafka)) {
      sources =
          SourceCheck.of(
              catalogue.list(),
              new SourceStates(kafka).all(),
              settings.ingest().sourceHealth(),
              Instant.now());
    }
    Table table = new Table().row("ID", "CONDITION", "SINCE", "LAST LOOK", "LAST NEWS", "REASON");
    for (SourceHealth source : sources) {
      table.row(
          source.id(),
          source.condition().label(),
          seconds(source.since()),
          seconds(source.lookedAt()),
          seconds(source.newsAt()),
          source.reason() == null ? "-" : source.reason());
    }
    List<String> lines = new ArrayList<>(sources.isEmpty() ? List.of() : table.lines());
    lines.add(SourcesPage.summary(sources));
    print(lines);
    return fail && sources.stream().anyMatch(source -> source.condition().isTrouble()) ? 1 : 0;
  }

  private static String seconds(@Nullable Instant instant) {
    return instant == null ? "-" : instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static SourceCatalogue catalogue(ConfigOption config) {
    return new SourceCatalogue(Kafka.reachable(config.load().kafka().connection()));
  }

  private static String idFrom(String host) {
    String id = host.replaceFirst("^www\\.", "").replaceAll("[^a-z0-9]+", "-");
    return id.substring(0, Math.min(id.length(), 64));
  }

  private void print(List<String> lines) {
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(out::println);
    out.flush();
  }
}
