package io.keeling.app.command;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.keeling.app.deadletter.DeadLetterCounts;
import io.keeling.app.deadletter.DeadLetterLog;
import io.keeling.app.deadletter.NewestDeadLetters;
import io.keeling.app.deadletter.Replay;
import io.keeling.app.failure.UserException;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.kafka.RecordPosition;
import io.keeling.app.operation.RunningWork;
import io.keeling.app.terminal.Printable;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.serde.Json;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command {@code keeling dead-letters}, which lists, shows and replays what could not be
 * processed.
 */
@Command(
    name = "dead-letters",
    description = "Lists, shows and replays what could not be processed.")
public final class DeadLettersCommand extends KeelingCommand.Group {

  /** Index of the count of replayed letters. */
  private static final int REPLAYED = 0;

  /** Index of the count of letters whose record is found neither in the letter nor in its topic. */
  private static final int LOST = 1;

  /** Options that select dead letters. */
  static final class Filter {
    @Option(
        names = "--stage",
        paramLabel = "STAGE",
        description = "Only of this stage: fetch, read, enrich or sink.")
    private @Nullable Stage stage;

    @Option(
        names = "--reason",
        paramLabel = "REASON",
        description = "Only with this reason, such as too-short.")
    private @Nullable String reason;

    @Option(names = "--source", paramLabel = "ID", description = "Only of this source.")
    private @Nullable String source;

    boolean accepts(DeadLetter letter) {
      return (stage == null || stage == letter.stage())
          && (reason == null || reason.equals(letter.reason()))
          && (source == null || source.equals(letter.sourceId()));
    }

    boolean isEmpty() {
      return stage == null && reason == null && source == null;
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists dead letters, oldest first, and counts them by reason.")
  void list(
      @Mixin ConfigOption config,
      @Mixin Filter filter,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "50",
              description = "Show the newest N (default: ${DEFAULT-VALUE}); all are counted.")
          int limit) {
    if (limit < 0) {
      throw wrong("--limit must be 0 or more.");
    }
    NewestDeadLetters newest = new NewestDeadLetters(limit);
    DeadLetterCounts meant = new DeadLetterCounts();
    DeadLetterCounts all = new DeadLetterCounts();
    log(config)
        .forEach(
            (id, letter) -> {
              all.add(letter);
              if (filter.accepts(letter)) {
                meant.add(letter);
                newest.add(id, letter);
              }
            });
    print(newest.lines());
    print(meant.isEmpty() ? List.of("No dead letters" + like(all)) : meant.lines());
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows one dead letter whole, as JSON.")
  void show(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "ID", description = "Its id, as list shows it.") String id)
      throws JsonProcessingException {
    RecordPosition wanted = parse(id);
    List<DeadLetter> found = new ArrayList<>();
    log(config)
        .forEach(
            (each, letter) -> {
              if (each.equals(wanted)) {
                found.add(letter);
              }
            });
    if (found.isEmpty()) {
      throw noLetter(id);
    }
    print(
        Json.MAPPER
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(found.get(0))
            .lines()
            .map(Printable::keepIndent)
            .toList());
  }

  @Command(
      name = "replay",
      mixinStandardHelpOptions = true,
      description = {
        "Sends dead letters to where they came from, to be processed again. Harmless to repeat.",
        "It is an error if none matches."
      })
  void replay(
      @Mixin ConfigOption config,
      @Mixin Filter filter,
      @Option(names = "--all", description = "Replay every dead letter.") boolean everything,
      @Parameters(paramLabel = "ID", arity = "0..*", description = "Ids, as list shows them.")
          List<String> ids) {
    List<RecordPosition> wanted =
        ids == null ? List.of() : ids.stream().map(DeadLettersCommand::parse).toList();
    if (wanted.isEmpty() && filter.isEmpty() && !everything) {
      throw new UserException("name ids, or --stage, --reason or --source, or --all.");
    }
    DeadLetterCounts all = new DeadLetterCounts();
    Set<RecordPosition> missing = new TreeSet<>(wanted);
    int[] counts = new int[2];
    try (Replay replay = new Replay(kafka(config));
        RunningWork work = RunningWork.of(kafka(config), "replay")) {
      log(config)
          .forEach(
              (id, letter) -> {
                all.add(letter);
                if ((wanted.isEmpty() || wanted.contains(id)) && filter.accepts(letter)) {
                  missing.remove(id);
                  counts[replay.replay(letter) ? REPLAYED : LOST]++;
                  work.at(counts[REPLAYED] + counts[LOST]);
                }
              });
    }
    boolean nothing = counts[REPLAYED] + counts[LOST] == 0;
    if (nothing && !filter.isEmpty()) {
      throw new UserException("no dead letters" + like(all));
    }
    if (!nothing || wanted.isEmpty()) {
      print("Replayed " + counts[REPLAYED] + ".");
    }
    if (!missing.isEmpty()) {
      throw noLetter(missing.stream().map(RecordPosition::toString).collect(joining(", ")));
    }
    if (counts[LOST] > 0) {
      throw new UserException(
          counts[LOST] + " not replayed: too large to keep, and no longer in their topic.");
    }
  }

  private static String like(DeadLetterCounts all) {
    return all.isEmpty() ? "." : " like these. There are: " + all + ".";
  }

  private static UserException noLetter(String ids) {
    return new UserException(
        "no dead letter " + ids + ". \"keeling dead-letters list\" shows what there is.");
  }

  private static KafkaConnection kafka(ConfigOption config) {
    return Kafka.reachable(config.load().kafka().connection(), Topics.DEAD_LETTERS);
  }

  private static DeadLetterLog log(ConfigOption config) {
    return new DeadLetterLog(kafka(config));
  }

  private static RecordPosition parse(String id) {
    try {
      return RecordPosition.parse(id);
    } catch (IllegalArgumentException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }
}
