package io.keeling.app.command;

import io.keeling.app.correction.Corrections;
import io.keeling.app.failure.UserException;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.removal.ArticleTarget;
import io.keeling.app.removal.Removals;
import io.keeling.app.terminal.Printable;
import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.catalogue.SourceCatalogue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code keeling articles}, which takes articles down and lets them come again. */
@Command(
    name = "articles",
    mixinStandardHelpOptions = true,
    description = "Takes articles down, and lets them come again.",
    synopsisSubcommandLabel = "COMMAND")
public final class ArticlesCommand implements Runnable {

  /** How many articles are named; of more there is their number. Chosen: a screen. */
  private static final int NAMED = 20;

  /** Rounds for what came in while the topic was read. Chosen: each is shorter than the last. */
  private static final int MOST_ROUNDS = 5;

  @picocli.CommandLine.Spec private picocli.CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** What is meant, and why. */
  static final class Options {
    @Parameters(
        paramLabel = "ID|URL|SOURCE",
        description = "An article's id or address, or the id of a source for all of its articles.")
    private String target = "";

    @Option(
        names = "--reason",
        paramLabel = "TEXT",
        required = true,
        description = "Why: kept for ever, for whoever asks; 1,000 characters at most.")
    private String reason = "";

    @Option(names = "--dry-run", description = "Decide nothing: say which articles are meant.")
    private boolean dryRun;
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = {
        "Takes articles down: out of the desk, the index, the tables and exports, with all versions.",
        "Consumers are told by a record without a value. Neither reprocessing nor a later fetch or",
        "import brings them back. Of a source, all articles; it is no longer watched either.",
        "What this does not reach is in docs/operators.md."
      })
  void remove(@Mixin ConfigOption config, @Mixin Options options) {
    decide(config, options, true);
  }

  @Command(
      name = "restore",
      mixinStandardHelpOptions = true,
      description = {
        "Lets articles that were taken down come again.",
        "They come by the next fetch or import, or at once by keeling reprocess articles --all."
      })
  void restore(@Mixin ConfigOption config, @Mixin Options options) {
    decide(config, options, false);
  }

  private void decide(ConfigOption config, Options options, boolean removed) {
    ArticleTarget target;
    try {
      target = ArticleTarget.of(options.target);
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage() + ".", e);
    }
    KafkaConnection kafka = Kafka.reachable(config.load().kafka().connection(), Topics.REMOVALS);
    Removals removals = new Removals(kafka, Clock.systemUTC());
    Map<String, String> found = removals.find(target);
    if (found.isEmpty()) {
      throw new UserException("keeling.articles has no article of " + options.target + ".");
    }
    list(found);
    if (options.dryRun) {
      say("Nothing was decided.");
      return;
    }
    if (removed && target instanceof ArticleTarget.BySource source) {
      unwatch(kafka, source.source());
    }
    Set<String> decided = new HashSet<>();
    for (int round = 0; round < MOST_ROUNDS && !found.isEmpty(); round++) {
      write(removals, found, removed, options.reason);
      decided.addAll(found.keySet());
      if (!(target instanceof ArticleTarget.BySource)) {
        break; // all that there will be of it has this id
      }
      found = removals.find(target);
      found.keySet().removeAll(decided);
    }
    if (removed) {
      // What was said of their tags holds words of theirs.
      new Corrections(kafka).forget(decided);
    }
    int count = decided.size();
    say(
        removed
            ? "Taken down: %,d.".formatted(count)
            : "May come again: %,d. To bring them now: keeling reprocess articles --all"
                .formatted(count));
  }

  private static void write(
      Removals removals, Map<String, String> articles, boolean removed, String reason) {
    try {
      removals.decide(articles, removed, reason);
    } catch (IllegalArgumentException e) {
      throw new UserException("--reason: " + e.getMessage() + ".", e);
    }
  }

  private void unwatch(KafkaConnection kafka, String source) {
    try (SourceCatalogue catalogue = new SourceCatalogue(kafka)) {
      if (catalogue.remove(source)) {
        say("No longer watching " + source + ". Is it in keeling.yaml? Take it out there, too.");
      }
    }
  }

  private void list(Map<String, String> found) {
    List<String> lines = new ArrayList<>();
    found.forEach((id, url) -> lines.add(id + "  " + Printable.line(url)));
    lines.stream().limit(NAMED).forEach(this::say);
    if (lines.size() > NAMED) {
      say("and %,d more".formatted(lines.size() - NAMED));
    }
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
