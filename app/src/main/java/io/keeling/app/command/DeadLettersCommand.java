package io.keeling.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.keeling.app.UserException;
import io.keeling.app.deadletter.DeadLetterId;
import io.keeling.app.deadletter.DeadLetterLog;
import io.keeling.app.deadletter.Replay;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.terminal.Printable;
import io.keeling.app.terminal.Table;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.serde.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keeling dead-letters}: what could not be processed, why, and once more. */
@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    description = "Lists, shows and replays what could not be processed.",
    synopsisSubcommandLabel = "COMMAND")
public final class DeadLettersCommand implements Runnable {

  @picocli.CommandLine.Spec private picocli.CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Which dead letters are meant. */
  static final class Filter {
    @Option(
        names = "--stage",
        paramLabel = "STAGE",
        description = "Only of this stage: fetch, read, enrich or sink.")
    private @Nullable String stage;

    @Option(
        names = "--reason",
        paramLabel = "REASON",
        description = "Only with this reason, such as too-short.")
    private @Nullable String reason;

    @Option(names = "--source", paramLabel = "ID", description = "Only of this source.")
    private @Nullable String source;

    boolean accepts(DeadLetter letter) {
      return (stage == null || stage.equalsIgnoreCase(letter.stage().name()))
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
    Deque<Row> newest = new ArrayDeque<>();
    Map<String, Integer> reasons = new TreeMap<>();
    log(config)
        .forEach(
            (id, letter) -> {
              if (filter.accepts(letter)) {
                reasons.merge(
                    letter.stage().name().toLowerCase(java.util.Locale.ROOT)
                        + " "
                        + letter.reason(),
                    1,
                    Integer::sum);
                newest.add(new Row(id, letter));
                if (newest.size() > limit) {
                  newest.remove();
                }
              }
            });
    Table table = new Table().row("ID", "AT", "STAGE", "REASON", "SOURCE", "ABOUT");
    for (Row row : newest) {
      DeadLetter letter = row.letter();
      table.row(
          row.id(),
          letter.at(),
          letter.stage().name().toLowerCase(java.util.Locale.ROOT),
          letter.reason(),
          letter.sourceId() == null ? "-" : letter.sourceId(),
          letter.url() != null ? letter.url() : letter.origin().topic());
    }
    if (!newest.isEmpty()) {
      out(table.lines());
    }
    Table counts = new Table();
    reasons.forEach((reason, count) -> counts.row(count, reason));
    out(reasons.isEmpty() ? List.of("No dead letters.") : counts.lines());
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows one dead letter whole, as JSON.")
  void show(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "ID", description = "Its id, as list shows it.") String id)
      throws JsonProcessingException {
    DeadLetterId wanted = parse(id);
    List<DeadLetter> found = new ArrayList<>();
    log(config)
        .forEach(
            (each, letter) -> {
              if (each.equals(wanted)) {
                found.add(letter);
              }
            });
    if (found.isEmpty()) {
      throw new UserException(
          "no dead letter " + id + ". \"keeling dead-letters list\" shows what there is.");
    }
    out(
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
      description =
          "Sends dead letters to where they came from, to be processed again. Harmless to repeat.")
  void replay(
      @Mixin ConfigOption config,
      @Mixin Filter filter,
      @Option(names = "--all", description = "Replay every dead letter.") boolean all,
      @Parameters(paramLabel = "ID", arity = "0..*", description = "Ids, as list shows them.")
          List<String> ids) {
    List<DeadLetterId> wanted =
        ids == null ? List.of() : ids.stream().map(DeadLettersCommand::parse).toList();
    if (wanted.isEmpty() && filter.isEmpty() && !all) {
      throw new UserException("name ids, or --stage, --reason or --source, or --all.");
    }
    int[] counts = new int[2];
    try (Replay replay = new Replay(Kafka.reachable(config.load().kafka().connection()))) {
      log(config)
          .forEach(
              (id, letter) -> {
                if ((wanted.isEmpty() || wanted.contains(id)) && filter.accepts(letter)) {
                  counts[replay.replay(letter) ? 0 : 1]++;
                }
              });
    }
    out(
        List.of(
            "Replayed "
                + counts[0]
                + "."
                + (counts[1] == 0
                    ? ""
                    : " "
                        + counts[1]
                        + " were too large to keep and are no longer in their topic.")));
  }

  private void out(List<String> lines) {
    lines.forEach(spec.commandLine().getOut()::println);
    spec.commandLine().getOut().flush();
  }

  private static DeadLetterLog log(ConfigOption config) {
    return new DeadLetterLog(Kafka.reachable(config.load().kafka().connection()));
  }

  private static DeadLetterId parse(String id) {
    try {
      return DeadLetterId.parse(id);
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage(), e);
    }
  }

  private record Row(DeadLetterId id, DeadLetter letter) {}
}
