package io.keeling.app.operation;

import io.keeling.app.config.KeelingConfig;
import io.keeling.app.kafka.Kafka;
import io.keeling.contract.topic.Topics;
import io.keeling.desk.operators.Work;
import io.keeling.enrich.config.EnrichConfig;
import io.keeling.ingest.backfill.Backlog;
import io.keeling.ingest.fetch.Fetcher;
import io.keeling.ingest.imports.BegunImports;
import io.keeling.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** Finds how many records wait before each stage, and the progress of bulk commands. */
final class WorkLook {

  /** Time limit for each answer, as a person waits for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private WorkLook() {}

  /** Asks Kafka for waiting records and running commands. */
  static Work of(KafkaConnection kafka, KeelingConfig config) {
    Map<String, Backlog.Stage> steps = new LinkedHashMap<>();
    steps.put("fetches", new Backlog.Stage(Fetcher.GROUP, Topics.FETCHES.name(), true));
    steps.put("pages", Backlog.READER);
    steps.put(
        "articles", new Backlog.Stage(EnrichConfig.APPLICATION_ID, Topics.ARTICLES.name(), true));
    List<Work.Stage> stages = new ArrayList<>();
    try (Admin admin = Kafka.admin(kafka, PATIENCE)) {
      steps.forEach(
          (name, stage) -> stages.add(new Work.Stage(name, Backlog.unread(admin, stage))));
      List<Work.Import> imports =
          BegunImports.of(admin).stream()
              .map(one -> new Work.Import(one.id(), one.pages(), one.position(), one.size()))
              .toList();
      List<Work.Command> commands = new ArrayList<>();
      RunningWork.all(admin)
          .forEach((name, mark) -> commands.add(new Work.Command(name, mark.done(), mark.at())));
      return new Work(stages, imports, commands);
    }
  }
}
