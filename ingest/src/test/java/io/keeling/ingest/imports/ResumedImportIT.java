package io.keeling.ingest.imports;

import static io.keeling.ingest.imports.Archives.archive;
import static io.keeling.ingest.imports.Archives.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.ingest.backfill.Backlog;
import io.keeling.ingest.backfill.StalledException;
import io.keeling.ingest.config.BackfillConfig;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import io.keeling.runtime.kafka.TopicScan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;

/** An import that is cut off goes on where it stopped. */
class ResumedImportIT {

  private static final int PAGES = 1200;

  /** Half of it is a stride, which no multiple of a hundred meets before the 500th page. */
  private static final int UNREAD = 250;

  @TempDir static Path directory;

  private static EmbeddedKafka kafka;
  private static KafkaConnection connection;
  private static Path input;

  private final List<String> heard = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    kafka = EmbeddedKafka.start(directory.resolve("kafka"));
    connection = KafkaConnection.to(kafka.bootstrapServers());
    input = Files.createDirectories(directory.resolve("input"));
    Files.write(input.resolve("1.warc.gz"), archive(WarcCompression.GZIP, pages(0, 400)));
    Files.write(input.resolve("2.warc"), archive(WarcCompression.NONE, pages(400, 800)));
    Files.write(input.resolve("3.warc.gz"), archive(WarcCompression.GZIP, pages(800, PAGES)));
  }

  @BeforeEach
  void emptyTopic() throws Exception {
    try (Admin admin = Admin.create(connection.clientProperties())) {
      if (admin.listTopics().names().get().contains(Topics.PAGES.name())) {
        admin.deleteTopics(List.of(Topics.PAGES.name())).all().get();
        // The broker learns of it a moment later, and until then says that the topic is there.
        await().until(() -> !admin.listTopics().names().get().contains(Topics.PAGES.name()));
      }
      new TopicCreator(admin).ensure(List.of(Topics.PAGES), 2, Optional.empty());
    }
  }

  @AfterAll
  static void stop() throws Exception {
    kafka.close();
  }

  private static WarcResponse[] pages(int from, int to) throws Exception {
    WarcResponse[] pages = new WarcResponse[to - from];
    for (int i = from; i < to; i++) {
      pages[i - from] = page("https://host" + i % 7 + ".example/" + i, "page " + i);
    }
    return pages;
  }

  @Test
  void noPageIsLostByAKillAndNoMoreThanAStrideIsSentTwice() throws Exception {
    Process killed =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledImport.class.getName(),
                connection.bootstrapServers(),
                input.toString(),
                Integer.toString(UNREAD),
                "600")
            .inheritIO()
            .start();
    assertThat(killed.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(killed.exitValue()).isEqualTo(KilledImport.STATUS);
    int before = urls().size();
    assertThat(before).isGreaterThanOrEqualTo(600).isLessThan(PAGES);

    ImportReport report = run(List.of(), false);

    assertThat(heard).hasSize(1).allMatch(word -> word.matches("resumed after \\d+"));
    List<String> urls = urls();
    assertThat(urls.stream().distinct()).as("every page is there").hasSize(PAGES);
    assertThat(urls.size() - PAGES).as("sent twice").isLessThanOrEqualTo(UNREAD / 2 + 1);
    assertThat(report.pages()).isEqualTo(urls.size() - before);
    assertThat(report.extent().begun()).isPositive();
    assertThat(report.extent().read()).isEqualTo(report.extent().total());
  }

  @Test
  void anImportThatEndedStartsAnewAndSoDoesOneThatIsToldTo() {
    assertThat(run(List.of(), false).pages()).isEqualTo(PAGES);
    assertThat(run(List.of(), false).pages()).isEqualTo(PAGES);
    assertThat(heard).isEmpty();

    assertThatThrownBy(() -> run(List.of(nobody()), false)).isInstanceOf(StalledException.class);
    assertThat(run(List.of(), true).pages()).isEqualTo(PAGES);
    assertThat(heard).isEmpty();
  }

  @Test
  void anImportNeverSendsMoreThanMayWaitAndGivesUpIfNobodyReads() {
    assertThatThrownBy(() -> run(List.of(nobody()), false))
        .isInstanceOf(StalledException.class)
        .hasMessageContaining("nobody has read nothing of keeling.pages");
    assertThat(urls()).hasSizeBetween(UNREAD / 2, UNREAD);

    ImportReport rest = run(List.of(), false);
    assertThat(heard).containsExactly("resumed after " + (PAGES - rest.pages()));
    assertThat(urls()).hasSize(PAGES).doesNotHaveDuplicates();
  }

  @Test
  void anImportWhoseFileChangedStartsOver() throws Exception {
    assertThatThrownBy(() -> run(List.of(nobody()), false)).isInstanceOf(StalledException.class);
    Files.writeString(input.resolve("1.warc.gz"), "\n", java.nio.file.StandardOpenOption.APPEND);

    assertThat(run(List.of(), false).pages()).isEqualTo(PAGES);
    assertThat(heard).containsExactly("started over");
  }

  private static Backlog.Stage nobody() {
    return new Backlog.Stage("nobody", Topics.PAGES.name(), true);
  }

  private ImportReport run(List<Backlog.Stage> stages, boolean anew) {
    ImportListener listener =
        new ImportListener() {
          @Override
          public void resumed(long pages) {
            heard.add("resumed after " + pages);
          }

          @Override
          public void startedOver() {
            heard.add("started over");
          }
        };
    return new PageImport(
            connection,
            PageImport.DEFAULT_SOURCE,
            stages,
            BackfillConfig.defaults().withUnread(UNREAD, Duration.ofSeconds(1)),
            listener)
        .run(List.of(input), anew);
  }

  private static List<String> urls() {
    List<String> urls = new ArrayList<>();
    try (TopicScan scan = new TopicScan(connection, Topics.PAGES.name(), null)) {
      scan.forEachRemaining(page -> urls.add(HeaderValues.get(page.headers(), HeaderNames.URL)));
    }
    return urls;
  }
}
