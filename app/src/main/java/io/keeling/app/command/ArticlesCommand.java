package io.keeling.app.command;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.keeling.app.correction.Corrections;
import io.keeling.app.failure.UserException;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.removal.ArticleTarget;
import io.keeling.app.removal.Removals;
import io.keeling.app.removal.Removals.Found;
import io.keeling.app.terminal.Printable;
import io.keeling.contract.source.Source;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.runtime.kafka.KafkaConnection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code keeling articles}, which takes articles down and reverses takedowns. */
@Command(name = "articles", description = "Takes articles down, and reverses takedowns.")
public final class ArticlesCommand extends KeelingCommand.Group {

  /** Maximum number of articles listed: one screen. The rest are counted. */
  private static final int NAMED = 20;

  /** Maximum number of rounds for articles that arrive during the command. */
  private static final int MOST_ROUNDS = 5;

  /** Options for the articles and the reason. */
  static final class Options {
    @ArgGroup(multiplicity = "1")
    private Meant meant = new Meant();

    @Option(
        names = "--reason",
        paramLabel = "TEXT",
        required = true,
        description = "The reason, kept for ever; 1,000 characters at most.")
    private String reason = "";

    @Option(names = "--dry-run", description = "Change nothing, only list the articles.")
    private boolean dryRun;
  }

  /** The target: an argument or {@code --outlet}. */
  static final class Meant {
    @Parameters(
        paramLabel = "ID|URL|SOURCE",
        description =
            "An article's id or address, or the id of a source for all articles that it led to.")
    private @Nullable String target;

    @Option(
        names = "--outlet",
        paramLabel = "DOMAIN",
        description = "All articles of an outlet, whichever source led to them.")
    private @Nullable String outlet;

    /** Returns the target; throws {@link UserException} if the text is not a valid target. */
    ArticleTarget read() {
      try {
        return outlet == null
            ? ArticleTarget.of(String.valueOf(target))
            : ArticleTarget.ofOutlet(outlet);
      } catch (IllegalArgumentException e) {
        throw new UserException(e.getMessage() + ".", e);
      }
    }

    @Override
    public String toString() {
      return String.valueOf(outlet == null ? target : outlet);
    }
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = {
        "Takes articles down: out of the desk, the index, the tables and exports, with all"
            + " versions.",
        "Consumers get a record without a value. Neither reprocessing nor a later fetch or import",
        "brings them back. Given a source, it takes down all articles that the source led to, with",
        "--outlet all of an outlet; the source, or the sources at the outlet's own addresses, are no",
        "longer watched either. The command names the other sources that led to its articles, and",
        "how to end them.",
        "What this does not reach is in docs/operators.md."
      })
  void remove(@Mixin ConfigOption config, @Mixin Options options) {
    decide(config, options, true);
  }

  @Command(
      name = "restore",
      mixinStandardHelpOptions = true,
      description = {
        "Reverses takedowns.",
        "The articles return with the next fetch or import, or at once with keeling reprocess"
            + " articles --all."
      })
  void restore(@Mixin ConfigOption config, @Mixin Options options) {
    decide(config, options, false);
  }

  private void decide(ConfigOption config, Options options, boolean removed) {
    ArticleTarget target = options.meant.read();
    KafkaConnection kafka = Kafka.reachable(config.load().kafka().connection(), Topics.REMOVALS);
    Removals removals = new Removals(kafka, Clock.systemUTC());
    Map<String, Found> found = removals.find(target);
    if (found.isEmpty()) {
      throw new UserException("keeling.articles has no article of " + options.meant + ".");
    }
    list(found);
    Set<String> outlets = found.values().stream().map(Found::outlet).collect(toSet());
    if (options.dryRun) {
      print("Nothing was decided.");
      if (removed && target instanceof ArticleTarget.BySource) {
        tellLeft(removals.others(outlets, found.keySet()).values());
      }
      return;
    }
    if (removed && !target.isOne()) {
      unwatch(kafka, target, found.values());
    }
    Set<String> decided = new HashSet<>();
    for (int round = 0; round < MOST_ROUNDS && !found.isEmpty(); round++) {
      write(removals, found, removed, options.reason);
      decided.addAll(found.keySet());
      if (target.isOne()) {
        break; // all of its later versions have this id too
      }
      found = removals.find(target);
      found.keySet().removeAll(decided);
    }
    if (removed) {
      // Corrections of the articles' tags quote their text.
      new Corrections(kafka).forget(decided);
    }
    int count = decided.size();
    print(
        removed
            ? "Taken down: %,d.".formatted(count)
            : "May come again: %,d. To bring them now: keeling reprocess articles --all"
                .formatted(count));
    if (removed && target instanceof ArticleTarget.BySource) {
      tellLeft(removals.others(outlets, decided).values());
    }
  }

  /** Prints which articles of each outlet remain, and the command that takes them down. */
  private void tellLeft(Collection<Found> others) {
    Map<String, List<Found>> byOutlet =
        others.stream().collect(groupingBy(Found::outlet, TreeMap::new, toList()));
    byOutlet.forEach(
        (outlet, left) ->
            print(
                "%,d more of %s came from other sources (%s): keeling articles remove --outlet %s takes them down, too."
                    .formatted(
                        left.size(),
                        outlet,
                        left.stream().map(Found::source).distinct().sorted().collect(joining(", ")),
                        outlet)));
  }

  private static void write(
      Removals removals, Map<String, Found> articles, boolean removed, String reason) {
    try {
      removals.decide(articles, removed, reason);
    } catch (IllegalArgumentException e) {
      throw new UserException("--reason: " + e.getMessage() + ".", e);
    }
  }

  private void unwatch(KafkaConnection kafka, ArticleTarget target, Collection<Found> found) {
    Map<String, Long> led = found.stream().collect(groupingBy(Found::source, counting()));
    List<String> left = new ArrayList<>();
    try (SourceCatalogue catalogue = new SourceCatalogue(kafka)) {
      for (Source source : catalogue.list()) {
        if (!target.covers(source)) {
          if (led.containsKey(source.id())) {
            left.add("%s (%,d)".formatted(source.id(), led.get(source.id())));
          }
        } else if (catalogue.remove(source.id())) {
          print(
              "No longer watching "
                  + source.id()
                  + ". Is it in keeling.yaml? Take it out there, too.");
        }
      }
    }
    if (!left.isEmpty()) {
      // The operator decides, as these sources may also bring articles of other outlets.
      print(
          "Sources at other addresses, still watched, with the number of these articles that they"
              + " led to: "
              + String.join(", ", left)
              + ". To end one: keeling sources remove ID");
    }
  }

  private void list(Map<String, Found> found) {
    List<String> lines = new ArrayList<>();
    found.forEach((id, article) -> lines.add(id + "  " + Printable.line(article.url())));
    print(lines.subList(0, Math.min(NAMED, lines.size())));
    if (lines.size() > NAMED) {
      print("and %,d more".formatted(lines.size() - NAMED));
    }
  }
}
