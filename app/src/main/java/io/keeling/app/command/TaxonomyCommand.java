package io.keeling.app.command;

import io.keeling.app.taxonomy.ConfiguredTaxonomy;
import io.keeling.app.terminal.Printable;
import io.keeling.app.terminal.Table;
import io.keeling.enrich.taxonomy.LexiconEntry;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.taxonomy.TaxonomyReader;
import io.keeling.enrich.taxonomy.TaxonomyTopic;
import io.keeling.enrich.taxonomy.TopicGroup;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command {@code keeling taxonomy}, which checks a taxonomy and shows its contents, without
 * Kafka.
 */
@Command(
    name = "taxonomy",
    description = {
      "Checks a taxonomy, the topics that articles are tagged with, and lists it; a mistake is named by its path.",
      "To see what it makes of a text: keeling annotate --explain --taxonomy FILE"
    })
public final class TaxonomyCommand extends KeelingCommand implements Runnable {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "Taxonomy (default: the setting enrich.taxonomy, or Keeling's own).")
  private @Nullable Path file;

  @Option(names = "--notes", description = "Print also what belongs to each topic.")
  private boolean notes;

  @Option(
      names = "--yaml",
      description =
          "Print Keeling's own taxonomy as it is written, to edit a copy, and nothing else.")
  private boolean yaml;

  @Mixin private ConfigOption config;

  @Override
  public void run() {
    PrintWriter out = out();
    if (yaml) {
      out.print(new String(TaxonomyReader.builtInFile(), StandardCharsets.UTF_8));
      out.flush();
      return;
    }
    Taxonomy taxonomy =
        ConfiguredTaxonomy.read(file == null ? config.load().enrich().taxonomy() : file);
    Table table = new Table();
    for (TopicGroup group : taxonomy.groups()) {
      taxonomy.topics().stream()
          .filter(topic -> topic.group().equals(group.id()))
          .forEach(topic -> table.row(topic.id(), topic.label(), group.label()));
    }
    table.lines().forEach(out::println);
    if (notes) {
      out.println();
      for (TaxonomyTopic topic : taxonomy.topics()) {
        out.println(topic.id() + ": " + Printable.line(topic.note()));
      }
    }
    out.println();
    out.printf(
        "%d topics in %d groups; terms: %s%n",
        taxonomy.topics().size(),
        taxonomy.groups().size(),
        terms(taxonomy).entrySet().stream()
            .map(e -> "%,d %s".formatted(e.getValue(), e.getKey()))
            .collect(Collectors.joining(", ")));
    out.flush();
  }

  private static Map<String, Integer> terms(Taxonomy taxonomy) {
    return Stream.concat(
            taxonomy.climate().stream(),
            taxonomy.topics().stream().flatMap(topic -> topic.lexicon().stream()))
        .collect(
            Collectors.groupingBy(
                LexiconEntry::language,
                TreeMap::new,
                Collectors.summingInt(entry -> entry.terms().size())));
  }
}
