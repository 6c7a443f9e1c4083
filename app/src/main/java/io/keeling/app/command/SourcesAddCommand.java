package io.keeling.app.command;

import io.keeling.app.failure.UserException;
import io.keeling.app.terminal.Printable;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.discovery.Discovery;
import io.keeling.ingest.discovery.FoundSources;
import io.keeling.ingest.fetch.SinglePageFetcher;
import io.keeling.ingest.opml.SourceIds;
import io.keeling.reader.url.CanonicalUrl;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command {@code keeling sources add}, which finds out what to watch at an address and adds it
 * as a source.
 */
@Command(
    name = "add",
    description = {
      "Adds a source. Given a site's address, it finds the site's feed or sitemap and says what it"
          + " chose and why.",
      "With --kind it takes the address as it is, and replaces the source with its id."
    })
final class SourcesAddCommand extends KeelingCommand implements Runnable {

  @Mixin private ConfigOption config;

  @Parameters(
      paramLabel = "URL",
      description = "Address of a feed, sitemap, section page, home page or, with --kind, article.")
  private String url;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Its id: lower-case letters, digits, hyphens (default: from the host).")
  private @Nullable String id;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "What is at the address: one of ${COMPLETION-CANDIDATES} (default: found out).")
  private @Nullable SourceKind kind;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The outlet's name (default: what the site calls itself, or the host).")
  private @Nullable String name;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "ISO 639-1 code the outlet writes in.")
  private @Nullable String language;

  @Option(
      names = "--links",
      paramLabel = "REGEX",
      description = "For a section: which links are articles.")
  private @Nullable String links;

  @Option(
      names = "--every",
      paramLabel = "DURATION",
      description = "How often to look, ISO 8601 such as PT15M (default: learned).")
  private @Nullable Duration every;

  @Option(names = "--dry-run", description = "Only report what would be chosen.")
  private boolean dryRun;

  @Override
  public void run() {
    CanonicalUrl address =
        CanonicalUrl.of(url)
            .orElseThrow(() -> new UserException("not an http(s) address: " + url + "."));
    if (kind != null) {
      String stem = address.host();
      Source source = source(id == null ? SourceIds.free(stem, Set.of()) : id, kind, url, stem);
      add(
          List.of(source),
          List.of(
              (dryRun ? "Would watch " : "Watching ") + source.url() + " as " + source.id() + "."));
    } else {
      discover(address);
    }
  }

  private void discover(CanonicalUrl address) {
    FoundSources found = look(address, config.load().ingest());
    PrintWriter err = err();
    found.steps().forEach(step -> err.println(Printable.line(step)));
    err.flush();
    if (found.choices().isEmpty()) {
      throw new UserException(
          "nothing to watch found at "
              + address
              + ". Give the address of a feed or section page, or say what it is with --kind.");
    }
    if (dryRun) {
      printSafely(found.choices().stream().map(c -> "Would watch " + described(c) + ".").toList());
      return;
    }
    try (SourceCatalogue catalogue = SourcesCommand.catalogue(config)) {
      List<Source> present = catalogue.list();
      Set<String> ids =
          present.stream().map(Source::id).collect(Collectors.toCollection(HashSet::new));
      List<Source> fresh = new ArrayList<>();
      List<String> said = new ArrayList<>();
      for (FoundSources.Choice choice : found.choices()) {
        String known = choice.watchedAs(present);
        if (known != null) {
          said.add("Watching " + choice.url() + " already, as " + known + ".");
          continue;
        }
        String own = id != null && fresh.isEmpty() ? id : SourceIds.free(stem(address), ids);
        ids.add(own);
        fresh.add(source(own, choice.kind(), choice.url(), outlet(found, address)));
        said.add("Watching " + described(choice) + ", as " + own + ".");
      }
      catalogue.putAll(fresh);
      printSafely(said);
    }
  }

  private static FoundSources look(CanonicalUrl address, IngestConfig ingest) {
    try (SinglePageFetcher fetcher = new SinglePageFetcher(ingest)) {
      return new Discovery(fetcher).find(address);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserException("stopped while waiting for " + address.host() + ".", e);
    }
  }

  private static String described(FoundSources.Choice choice) {
    return "the %s %s (%s; %d links)"
        .formatted(
            choice.kind().name().toLowerCase(Locale.ROOT),
            choice.url(),
            choice.reason(),
            choice.links());
  }

  private String stem(CanonicalUrl address) {
    return id == null ? address.host() : id;
  }

  private static String outlet(FoundSources found, CanonicalUrl address) {
    return found.outlet() == null ? address.host() : found.outlet();
  }

  private Source source(String sourceId, SourceKind sourceKind, String at, String outlet) {
    try {
      return new Source(
          sourceId, sourceKind, at, name == null ? outlet : name, language, links, every);
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage() + ".", e);
    }
  }

  private void add(List<Source> sources, List<String> said) {
    if (!dryRun) {
      try (SourceCatalogue catalogue = SourcesCommand.catalogue(config)) {
        sources.forEach(catalogue::put);
      }
    }
    printSafely(said);
  }

  private void printSafely(List<String> lines) {
    print(lines.stream().map(Printable::line).toList());
  }
}
