package io.keeling.app.operation;

import io.keeling.app.config.KeelingConfig;
import io.keeling.contract.topic.Topics;
import io.keeling.desk.operation.Work;
import io.keeling.ingest.backfill.Backlog;
import io.keeling.ingest.fetch.Fetcher;
import io.keeling.ingest.imports.BegunImports;
import io.keeling.runtime.kafka.KafkaConnection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Looks how much waits before each step, and how far what is done in bulk is. */
final class WorkLook {

  /** How long each answer may take. Chosen: a person waits for it. */
  private static final int PATIENCE_MILLIS = 10_000;

  private WorkLook() {}

  /**
   * Asks Kafka.
   *
   * @throws org.apache.kafka.common.KafkaException if it does not answer
   */
  static Work of(KafkaConnection kafka, KeelingConfig config) {
    Map<String, Backlog.Stage> steps = new LinkedHashMap<>();
    steps.put("fetches", new Backlog.Stage(Fetcher.GROUP, Topics.FETCHES.name(), true));
    steps.put("pages", Backlog.READER);
    steps.put(
        "articles",
        new Backlog.Stage(config.enrich().applicationId(), Topics.ARTICLES.name(), true));
    List<Work.Stage> stages = new ArrayList<>();
    Map<String, Object> properties = kafka.clientProperties();
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    try (Admin admin = Admin.create(properties)) {
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
