package io.keeling.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keeling.app.CommandRun;
import io.keeling.app.config.KafkaConfig;
import io.keeling.app.failure.UserException;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.reprocess.PipelineServers;
import io.keeling.app.reprocess.TableDump;
import io.keeling.contract.article.Article;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.removal.Removal;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.contract.topic.Topics;
import io.keeling.enrich.Enrich;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.sink.Sink;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** {@code keeling backup} and {@code keeling restore}, as an operator runs them, of topics. */
class BackupIT extends BackupTests {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static void watch(KafkaConnection kafka, String... ids) {
    try (SourceCatalogue catalogue = new SourceCatalogue(kafka)) {
      catalogue.putAll(Stream.of(ids).map(id -> source(id)).toList());
    }
  }

  private static Source source(String id) {
    String url = "https://" + id + ".example/feed";
    return new Source(id, SourceKind.FEED, url, id, null, null, null);
  }

  private static List<Source> watched(KafkaConnection kafka) {
    try (SourceCatalogue catalogue = new SourceCatalogue(kafka)) {
      return List.copyOf(catalogue.list());
    }
  }

  private static Map<Integer, List<String>> articles(PipelineServers servers) {
    return TopicRecords.of(servers.connection(), Topics.ARTICLES.name(), List.of());
  }

  @Test
  void whatIsRestoredIsWhatWasBackedUpWhileArticlesCameIn() throws Exception {
    watch(live.connection(), "lake", "river");
    TableDump tables = new TableDump();
    try (Enrich enrich = live.enrich(null);
        Sink sink = live.sink(tables)) {
      try (Load load = new Load(live.connection())) {
        for (int run = 1; run <= 3; run++) {
          int before = load.committed();
          await().atMost(PATIENCE).until(() -> load.committed() >= before + 15);
          trial.backUp();
        }
      }
      try (SourceCatalogue catalogue = new SourceCatalogue(live.connection())) {
        catalogue.remove("river");
      }
      trial.backUp();
      await().atMost(PATIENCE).until(() -> tables.lag(live.connection()) == 0 && all(tables, live));
      assertThat(enrich.alive() && sink.alive()).isTrue();
    }
    List<Manifest> runs = trial.runs();

    try (PipelineServers other = trial.servers("other")) {
      CommandRun ran = trial.restore(other);
      assertThat(ran.status()).as(ran.err()).isZero();
      assertThat(articles(other)).isEqualTo(articles(live));
      assertThat(watched(other.connection()))
          .isEqualTo(watched(live.connection()))
          .extracting(Source::id)
          .containsExactly("lake");

      // The roles make the same tables of it
      TableDump again = new TableDump();
      try (Enrich enrich = other.enrich(null);
          Sink sink = other.sink(again)) {
        await()
            .atMost(PATIENCE)
            .untilAsserted(() -> assertThat(again.contents()).isEqualTo(tables.contents()));
        assertThat(enrich.alive() && sink.alive()).isTrue();
      }
    }

    // And each run is what had come in by then, each record of it in the first that has it
    try (PipelineServers second = trial.servers("second")) {
      CommandRun ran = trial.restore(second, "--run", "2");
      assertThat(ran.status()).as(ran.err()).isZero();
      List<Long> cut = runs.get(1).cut(Topics.ARTICLES.name()).orElseThrow().next();
      assertThat(articles(second))
          .isEqualTo(TopicRecords.of(live.connection(), Topics.ARTICLES.name(), cut));
      assertThat(watched(second.connection())).extracting(Source::id).contains("river");
    }
    assertThat(runs.stream().mapToLong(BackupIT::articles).sum())
        .isEqualTo(articles(live).values().stream().mapToLong(List::size).sum());
    assertThat(runs.stream().mapToLong(BackupIT::articles).limit(3)).allMatch(count -> count > 0);
  }

  private static boolean all(TableDump tables, PipelineServers servers) throws Exception {
    return tables.count("SELECT count(*) FROM article_version")
        == servers.records(Topics.ARTICLES.name()).size();
  }

  private static long articles(Manifest run) {
    return run.segments(Topics.ARTICLES.name()).stream().mapToLong(BackupSegment::records).sum();
  }

  @Test
  void ofAnArticleThatIsTakenDownOnlyThatIsRestored() throws Exception {
    Article gone = Load.article(1, "This is in the letter of the court.", 1);
    Article kept = Load.article(2, "This is not.", 2);
    live.send(Load.record(gone));
    live.send(Load.record(kept));
    trial.backUp();
    byte[] id = gone.id().getBytes(StandardCharsets.UTF_8);
    Removal removal = new Removal(gone.id(), true, "an order", Instant.EPOCH, gone.url());
    live.send(
        new ProducerRecord<>(
            Topics.REMOVALS.name(), id, ContractSerdes.REMOVAL.serialize("", removal)));
    ProducerRecord<byte[], byte[]> said = new ProducerRecord<>(Topics.ARTICLES.name(), id, null);
    HeaderValues.put(said.headers(), HeaderNames.REMOVAL, "removed");
    live.send(said);
    trial.backUp();

    try (PipelineServers other = trial.servers("other")) {
      CommandRun ran = trial.restore(other);
      assertThat(ran.status()).as(ran.err()).isZero();
      assertThat(ran.out()).contains("Left out: 1 versions");
      assertThat(other.records(Topics.ARTICLES.name()))
          .hasSize(2)
          .allMatch(
              record ->
                  new String(record.key(), StandardCharsets.UTF_8)
                      .equals(record.value() == null ? gone.id() : kept.id()));
      assertThat(TopicRecords.of(other.connection(), Topics.REMOVALS.name(), List.of()))
          .isEqualTo(TopicRecords.of(live.connection(), Topics.REMOVALS.name(), List.of()));
    }
  }

  @Test
  void aDamagedBackupIsRefusedBeforeAnythingIsWritten() throws Exception {
    live.send(Load.record(Load.article(1, "One.", 1)));
    trial.backUp();
    live.send(Load.record(Load.article(2, "Two.", 2)));
    trial.backUp();
    BackupSegment segment = trial.runs().get(1).segments(Topics.ARTICLES.name()).get(0);
    Path file = trial.backup().resolve(segment.file());
    byte[] bytes = Files.readAllBytes(file);
    byte[] damaged = bytes.clone();
    damaged[bytes.length / 2] ^= 1;

    try (PipelineServers other = trial.servers("other")) {
      Files.write(file, damaged);
      assertThat(trial.restore(other).err()).contains(segment.file(), "is damaged");
      assertThat(trial.restore(other, "--dry-run").status()).isEqualTo(1);
      Files.delete(file);
      assertThat(trial.restore(other).err()).contains(segment.file(), "is missing");
      assertThat(other.records(Topics.ARTICLES.name())).isEmpty();

      // The run before it is whole
      assertThat(trial.restore(other, "--run", "3").err()).contains("has no run 3");
      CommandRun ran = trial.restore(other, "--run", "1");
      assertThat(ran.status()).as(ran.err()).isZero();
      assertThat(other.records(Topics.ARTICLES.name())).hasSize(1);

      Files.write(file, bytes);
      assertThat(trial.restore(other, "--dry-run").out())
          .contains("The backup is whole: 2 records");
      assertThat(trial.restore(other).err()).contains("keeling.articles has records already");
      assertThat(other.records(Topics.ARTICLES.name())).hasSize(1);
    }
  }

  @Test
  void aRestoreThatWasKilledIsToldToRolesAndToTheNextRestore() throws Exception {
    live.send(Load.record(Load.article(1, "One.", 1)));
    trial.backUp();
    try (PipelineServers other = trial.servers("other")) {
      UnfinishedRestore mark = new UnfinishedRestore(other.connection());
      KafkaConfig kafka = new KafkaConfig(other.connection().bootstrapServers(), Map.of(), 1, 0);

      // killed before the first record: nothing is in the way
      mark.begin();
      CommandRun ran = trial.restore(other);
      assertThat(ran.status()).as(ran.err()).isZero();
      assertThat(mark.isSet()).isFalse();
      assertThatCode(() -> Kafka.ensureTopics(kafka, Topics.ALL)).doesNotThrowAnyException();

      // killed behind the first record
      mark.begin();
      assertThat(trial.restore(other).err())
          .contains("an earlier restore did not finish: keeling.articles has records already")
          .contains("Delete all topics whose names begin with keeling, empty the database");
      assertThatThrownBy(() -> Kafka.ensureTopics(kafka, Topics.ALL))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("did not finish")
          .hasMessageContaining("Delete all topics whose names begin with keeling");

      // a restore that is refused leaves no mark on what was whole
      mark.end();
      assertThat(trial.restore(other).err()).contains("has records already");
      assertThat(mark.isSet()).isFalse();
    }
  }

  @Test
  void whatAnInterruptedRunLeftIsWrittenAnewAndAnotherTopicIsRefused() throws Exception {
    live.send(Load.record(Load.article(1, "One.", 1)));
    trial.backUp();
    live.send(Load.record(Load.article(2, "Two.", 2)));
    Path interrupted = Files.createDirectory(trial.backup().resolve("000002"));
    Files.writeString(interrupted.resolve("keeling.articles-0-001.jsonl.gz"), "half");
    Files.writeString(interrupted.resolve("manifest.json"), "{");
    trial.backUp();
    List<Manifest> runs = trial.runs();
    assertThat(runs).extracting(BackupIT::articles).containsExactly(1L, 1L);

    live.deleteTopic(Topics.ARTICLES.name());
    live.createTopics();
    assertThat(trial.run("backup", trial.backup().toString()).err())
        .contains("keeling.articles is not the topic");
    Path other = Files.createDirectory(directory.resolve("photographs"));
    Files.writeString(other.resolve("one.jpg"), "");
    assertThat(trial.run("backup", other.toString()).err())
        .contains("holds something that is not a backup");
  }
}
