package io.keeling.app.command;

import io.keeling.app.annotate.ModelMemory;
import io.keeling.app.backfill.Stages;
import io.keeling.app.config.KeelingConfig;
import io.keeling.app.failure.UserException;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.operation.RunningWork;
import io.keeling.app.reprocess.RecordSelection;
import io.keeling.app.reprocess.Reprocessing;
import io.keeling.app.taxonomy.ConfiguredTaxonomy;
import io.keeling.app.terminal.Printable;
import io.keeling.app.terminal.Progress;
import io.keeling.app.terminal.Terminal;
import io.keeling.contract.topic.Topics;
import io.keeling.enrich.Enrich;
import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.enrich.taxonomy.TaxonomyException;
import io.keeling.ingest.backfill.StalledException;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.kafka.KafkaConnection;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The command {@code keeling reprocess}, which runs the current reader or annotator over stored
 * records.
 */
@Command(
    name = "reprocess",
    description =
        "Runs the current reader or annotator over records stored in the topics. Harmless to"
            + " repeat,"
            + " and while Keeling runs.")
public final class ReprocessCommand extends KeelingCommand.Group {

  /** Options that select records, and whether to change anything. */
  static final class Options {
    @Option(
        names = "--since",
        paramLabel = "TIME",
        description =
            "Only records stored since then: 2026-11-24, 2026-11-24T09:30:00Z, or 36h or 3d for a"
                + " time that long ago.")
    private @Nullable String since;

    @Option(names = "--source", paramLabel = "ID", description = "Only of this source.")
    private @Nullable String source;

    @Option(names = "--all", description = "Everything that is stored.")
    private boolean all;

    @Option(
        names = "--dry-run",
        description = "Send nothing: count what would change, and show three examples.")
    private boolean dryRun;

    RecordSelection selection() {
      if (since == null && source == null && !all) {
        throw new UserException("name --since or --source, or --all.");
      }
      return new RecordSelection(
          since == null ? null : RecordSelection.moment(since, Instant.now()), source);
    }
  }

  @Command(
      name = "pages",
      mixinStandardHelpOptions = true,
      description = {
        "Reads stored pages (of one week) with the current reader.",
        "A page whose words differ from the stored ones is sent through ingest again."
      })
  void pages(@Mixin ConfigOption config, @Mixin Options options) {
    RecordSelection selection = options.selection();
    guarded(
        config.load(),
        (kafka, settings, terminal) -> {
          try (RunningWork work = RunningWork.of(kafka, "reprocess-pages")) {
            Progress progress = new Progress(terminal, "pages read", 0).telling(work::at);
            return new Reprocessing(kafka, settings.backfill(), Stages.all(settings), terminal)
                .pages(selection, settings.ingest(), progress, options.dryRun);
          }
        });
  }

  @Command(
      name = "articles",
      mixinStandardHelpOptions = true,
      description = {
        "Tags stored articles with the current annotator.",
        "Articles that another version of it tagged are sent through enrich again, with all their"
            + " versions."
      })
  void articles(
      @Mixin ConfigOption config,
      @Mixin Options options,
      @Option(
              names = "--rebuild",
              description =
                  "Also send articles tagged by the current annotator: enrich publishes"
                      + " everything again unchanged, so that a new database gets every version.")
          boolean rebuild) {
    if (rebuild && options.dryRun) {
      throw new UserException("--rebuild sends everything; a dry run would show nothing.");
    }
    ModelMemory.require();
    RecordSelection selection = options.selection();
    guarded(
        config.load(),
        (kafka, settings, terminal) -> {
          AnnotatorResources resources = Enrich.resources(settings.enrich());
          RecordDeadline deadline = new RecordDeadline();
          Reprocessing reprocessing =
              new Reprocessing(
                  kafka, settings.backfill(), List.of(Stages.annotator(settings, true)), terminal);
          try (RunningWork work = RunningWork.of(kafka, "reprocess-articles")) {
            Progress progress = new Progress(terminal, "articles", 0).telling(work::at);
            return rebuild
                ? reprocessing.rebuild(selection, resources, progress)
                : reprocessing.articles(selection, resources, deadline, progress, options.dryRun);
          }
        });
  }

  private interface Work {
    List<String> on(KafkaConnection kafka, KeelingConfig settings, Terminal terminal);
  }

  private void guarded(KeelingConfig settings, Work work) {
    Terminal terminal = Terminal.standardError();
    KafkaConnection kafka = Kafka.reachable(settings.kafka().connection(), Topics.ARTICLES);
    try {
      List<String> lines = work.on(kafka, settings, terminal);
      terminal.clear();
      print(lines);
    } catch (StalledException e) {
      throw failed(
          terminal, e.getMessage() + ". See that it runs, then run the same command again.", e);
    } catch (TaxonomyException e) {
      terminal.clear();
      throw ConfiguredTaxonomy.refusal(e);
    } catch (ProducerFencedException e) {
      throw failed(
          terminal, "another \"keeling reprocess articles\" has begun; this one stopped.", e);
    } catch (KafkaException e) {
      throw failed(
          terminal,
          "Kafka at %s: %s. Run the same command again; finished work is not repeated."
              .formatted(kafka.bootstrapServers(), Printable.line(String.valueOf(e.getMessage()))),
          e);
    }
  }

  private static UserException failed(Terminal terminal, String message, RuntimeException cause) {
    terminal.clear();
    return new UserException(message, cause);
  }
}
