package io.keeling.app.reprocess;

import io.keeling.app.failure.UserException;
import io.keeling.app.terminal.Printable;
import io.keeling.app.terminal.Progress;
import io.keeling.app.terminal.Table;
import io.keeling.app.terminal.Terminal;
import io.keeling.contract.source.Source;
import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.ingest.backfill.Backlog;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.ingest.config.BackfillConfig;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.kafka.KafkaConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reprocesses records for an operator, and returns the lines to show. They contain text of articles
 * and must not be logged. For one thread.
 */
public final class Reprocessing {

  private static final String TRANSACTION = "keeling-reprocess-articles";

  private final KafkaConnection kafka;
  private final BackfillConfig config;
  private final List<Backlog.Stage> stages;
  private final Terminal terminal;

  /**
   * @param stages the stages that must not fall behind while records are sent
   * @param terminal for reporting that sending waits
   */
  public Reprocessing(
      KafkaConnection kafka, BackfillConfig config, List<Backlog.Stage> stages, Terminal terminal) {
    this.kafka = kafka;
    this.config = config;
    this.stages = List.copyOf(stages);
    this.terminal = terminal;
  }

  /**
   * Reads stored pages again and, unless it is a dry run, sends the pages whose articles would
   * change.
   */
  public List<String> pages(
      RecordSelection selection, IngestConfig ingest, Progress progress, boolean dryRun) {
    Map<String, String> outlets;
    try (SourceCatalogue catalogue = new SourceCatalogue(kafka)) {
      outlets = catalogue.list().stream().collect(Collectors.toMap(Source::id, Source::name));
    }
    PageReprocessing pages = new PageReprocessing(kafka, selection, outlets, ingest, progress);
    ReprocessTally tally = dryRun ? pages.look() : sending(null, pages::send);
    return lines(tally, dryRun, selection, "page");
  }

  /**
   * Tags stored articles again and, unless it is a dry run, sends the articles that another
   * enrichment tagged.
   */
  public List<String> articles(
      RecordSelection selection,
      AnnotatorResources resources,
      RecordDeadline deadline,
      Progress progress,
      boolean dryRun) {
    ArticleReprocessing articles = new ArticleReprocessing(kafka, selection, resources, progress);
    ReprocessTally tally = dryRun ? articles.look(deadline) : sending(TRANSACTION, articles::send);
    return lines(tally, dryRun, selection, "article");
  }

  /** Sends every stored version again, so that a database can be rebuilt. */
  public List<String> rebuild(
      RecordSelection selection, AnnotatorResources resources, Progress progress) {
    ArticleReprocessing articles = new ArticleReprocessing(kafka, selection, resources, progress);
    return lines(sending(TRANSACTION, articles::sendAll), false, selection, "article");
  }

  private ReprocessTally sending(
      @Nullable String transaction, Function<Resender, ReprocessTally> work) {
    Backlog.WaitListener waiting =
        (stage, unread) ->
            terminal.show("%,d records wait for %s".formatted(unread, stage.group()));
    try (Backlog backlog = new Backlog(kafka, stages, config, waiting);
        Resender resender = new Resender(kafka, transaction, backlog)) {
      return work.apply(resender);
    }
  }

  private static List<String> lines(
      ReprocessTally tally, boolean dryRun, RecordSelection selection, String what) {
    if (tally.counts().isEmpty()) {
      if (selection.source() != null) {
        throw new UserException(
            "no stored %s is of source %s%s."
                .formatted(
                    what, selection.source(), selection.since() == null ? "" : " and that new"));
      }
      return List.of("No stored " + what + " is meant.");
    }
    Table table = new Table();
    tally.counts().forEach((outcome, count) -> table.row(count, outcome.words(dryRun)));
    List<String> lines = new ArrayList<>(table.lines());
    tally.examples().stream().map(Printable::keepIndent).forEach(lines::add);
    return lines;
  }
}
