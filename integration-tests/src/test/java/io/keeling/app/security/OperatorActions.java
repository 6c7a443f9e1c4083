package io.keeling.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.app.command.ArticlesCommand;
import io.keeling.app.command.BackupCommand;
import io.keeling.app.command.CorrectionsCommand;
import io.keeling.app.command.DeadLettersCommand;
import io.keeling.app.command.ImportCommand;
import io.keeling.app.command.ReprocessCommand;
import io.keeling.app.command.SourcesCommand;
import io.keeling.app.command.TraceCommand;
import io.keeling.app.operation.DeskOperations;
import io.keeling.contract.correction.CorrectedTag;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.removal.Removal;
import io.keeling.contract.serde.Json;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.contract.topic.Topics;
import io.keeling.desk.corrections.CorrectionWriter;
import io.keeling.desk.operators.DeadLetterList;
import io.keeling.desk.operators.Work;
import io.keeling.runtime.kafka.TopicScan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine;

/** What an operator does by commands and at the desk, each action with the rights of its user. */
final class OperatorActions {

  /** More than an import sends before it looks at how far the readers are. */
  private static final int IMPORTED_PAGES = 150;

  private final SecuredPipeline pipeline;
  private final SecuredKafka kafka;
  private final Path directory;

  /**
   * @param directory for files that commands read and write
   */
  OperatorActions(SecuredPipeline pipeline, Path directory) {
    this.pipeline = pipeline;
    this.kafka = pipeline.servers().kafka();
    this.directory = directory;
  }

  void runCommands() throws Exception {
    Path opml =
        Files.writeString(
            directory.resolve("sources.opml"),
            "<opml version='2.0'><body><outline text='A' type='rss'"
                + " xmlUrl='http://a.example/feed'/></body></opml>");
    List<String> importing = new ArrayList<>();
    for (int i = 0; i < IMPORTED_PAGES; i++) {
      Path page =
          Files.writeString(
              directory.resolve("page-" + i + ".html"),
              "<html><head><link rel=canonical"
                  + " href='http://a.example/"
                  + i
                  + "'></head><body>Short.</body></html>");
      importing.add(page.toString());
    }
    // JSON is YAML.
    String settings =
        Json.MAPPER.writeValueAsString(
            Map.of(
                "kafka",
                Map.of(
                    "bootstrapServers",
                    kafka.passwordListener(),
                    "properties",
                    kafka.properties("operator", pipeline.servers().authority())),
                // Backups have what editors save.
                "database",
                Map.of(
                    "url",
                    pipeline.servers().postgres().url(pipeline.servers().authority()),
                    "user",
                    "keeling_sink",
                    "passwordFile",
                    pipeline.servers().postgres().secret("sink").toString())));
    String config = Files.writeString(directory.resolve("operator.yaml"), settings).toString();

    run(new SourcesCommand(), "list", "--config", config);
    run(new SourcesCommand(), "check", "--config", config);
    run(new DeadLettersCommand(), "list", "--config", config);
    run(new DeadLettersCommand(), "replay", "--all", "--config", config);
    run(new SourcesCommand(), "import", opml.toString(), "--config", config);
    importing.addAll(List.of("--config", config));
    run(new ImportCommand(), importing.toArray(String[]::new));
    run(new ReprocessCommand(), "pages", "--all", "--config", config);
    run(new ReprocessCommand(), "articles", "--all", "--config", config);
    String article = anyArticle();
    run(
        new CorrectionsCommand(),
        "add",
        article,
        "--tag",
        "climate",
        "--says",
        "none",
        "--config",
        config);
    run(new CorrectionsCommand(), "list", article, "--config", config);
    run(new ArticlesCommand(), "remove", article, "--reason", "an order", "--config", config);
    run(new TraceCommand(), article, "--config", config);
    run(new BackupCommand(), directory.resolve("backup").toString(), "--config", config);
  }

  /** An import that is not at its end is there for the while. */
  void useTheDesk() throws Exception {
    kafka
        .admin()
        .alterConsumerGroupOffsets(
            "keeling-import-0f3b",
            Map.of(
                new TopicPartition(Topics.PAGES.name(), 0),
                new OffsetAndMetadata(
                    0, "{\"file\":\"a\",\"size\":9,\"position\":3,\"records\":1,\"pages\":2}")))
        .all()
        .get(30, TimeUnit.SECONDS);
    kafka
        .admin()
        .alterConsumerGroupOffsets(
            "keeling-work-replay",
            Map.of(
                new TopicPartition(Topics.ARTICLES.name(), 0),
                new OffsetAndMetadata(0, "{\"done\":2,\"at\":\"2026-11-24T09:00:00Z\"}")))
        .all()
        .get(30, TimeUnit.SECONDS);
    try (DeskOperations desk = new DeskOperations(pipeline.config("desk"))) {
      assertThat(desk.sources()).isNotEmpty();
      desk.add(new Source("b", SourceKind.FEED, "http://b.example/f", "B", null, null, null));
      assertThat(desk.pause("b", true)).isTrue();
      assertThat(desk.remove("b")).isTrue();
      for (String stage : List.of("fetch", "read")) {
        DeadLetterList letters =
            desk.letters(Optional.empty()).counts().stream()
                .map(DeadLetterList.Count::kind)
                .filter(kind -> kind.stage().equals(stage))
                .map(kind -> desk.letters(Optional.of(kind)))
                .filter(list -> replayable(desk, list))
                .findFirst()
                .orElseThrow();
        assertThat(letters.newest()).isNotEmpty();
      }
      assertThat(desk.work().imports()).extracting(Work.Import::pages).containsExactly(2L);
      assertThat(desk.work().commands()).extracting(Work.Command::done).contains(2L);
    }
  }

  void correctATag() {
    try (CorrectionWriter writer = new CorrectionWriter(pipeline.connection("desk"))) {
      writer.write(
          new TagCorrection(
              anyArticle(),
              CorrectedTag.CLIMATE,
              null,
              "main",
              "an editor",
              Instant.now(),
              null,
              null,
              null));
    }
  }

  /** Sends one of a list again, if it has one that can be. */
  private static boolean replayable(DeskOperations desk, DeadLetterList list) {
    for (DeadLetterList.Row row : list.newest()) {
      DeadLetter letter = desk.letter(row.id()).orElseThrow();
      if (letter.payload() != null) {
        desk.replay(letter);
        return true;
      }
    }
    return false;
  }

  private String anyArticle() {
    try (TopicScan scan =
        new TopicScan(pipeline.connection("operator"), Topics.ARTICLES.name(), null)) {
      while (scan.hasNext()) {
        byte[] key = scan.next().key();
        if (key != null && Removal.isId(new String(key, StandardCharsets.UTF_8))) {
          return new String(key, StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("no article yet");
  }

  private static void run(Object command, String... arguments) {
    StringWriter printed = new StringWriter();
    int status =
        new CommandLine(command)
            .setOut(new PrintWriter(printed))
            .setErr(new PrintWriter(printed))
            .execute(arguments);
    assertThat(status).as(printed.toString()).isZero();
  }
}
