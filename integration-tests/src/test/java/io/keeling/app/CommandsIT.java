package io.keeling.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.keeling.app.config.ConfigLoader;
import io.keeling.app.config.KeelingConfig;
import io.keeling.app.operation.DeskOperations;
import io.keeling.app.operation.RunningWork;
import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.RecordOrigin;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.serde.DeadLetters;
import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import io.keeling.desk.operators.DeadLetterId;
import io.keeling.desk.operators.DeadLetterKind;
import io.keeling.desk.operators.DeadLetterList;
import io.keeling.desk.operators.OperationException;
import io.keeling.desk.operators.Preview;
import io.keeling.desk.operators.WatchedSource;
import io.keeling.desk.operators.Work;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.ingest.Ingest;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.NetworkConfig;
import io.keeling.ingest.config.StreamsRunConfig;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import io.keeling.runtime.kafka.TopicScan;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that fill the catalogue and import pages, as an operator runs them. */
class CommandsIT {

  private static final String FEED =
      "<rss version=\"2.0\"><channel><title>The Fens</title><item><title>Ice</title>"
          + "<link>/ice</link></item></channel></rss>";
  private static final String HOME =
      "<!doctype html><html><head><title>The Fens</title><link rel=alternate"
          + " type=\"application/rss+xml\" href=\"/news.xml\"></head><body></body></html>";

  @TempDir Path directory;

  private EmbeddedKafka kafka;
  private HttpServer site;
  private String root;
  private Path config;

  @BeforeEach
  void start() throws Exception {
    kafka = EmbeddedKafka.start(directory.resolve("kafka"));
    try (Admin admin = Admin.create(connection().clientProperties())) {
      new TopicCreator(admin).ensure(Topics.ALL, 2, Optional.empty());
    }
    config = directory.resolve("keeling.yaml");
    Files.writeString(
        config,
        """
        kafka:
          bootstrapServers: %s
        ingest:
          politeness:
            pause: 10ms
          network:
            allowPrivateAddresses: true
        """
            .formatted(kafka.bootstrapServers()));
    Map<String, String> pages = Map.of("/", HOME, "/news.xml", FEED);
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/",
        exchange -> {
          String body = pages.get(exchange.getRequestURI().getPath());
          byte[] bytes = body == null ? new byte[0] : body.getBytes(UTF_8);
          exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    site.start();
    root = "http://127.0.0.1:" + site.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    site.stop(0);
    kafka.close();
  }

  private KafkaConnection connection() {
    return KafkaConnection.to(kafka.bootstrapServers());
  }

  private String run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--config");
    all.add(config.toString());
    CommandRun run = CommandRun.of(all.toArray(String[]::new));
    assertThat(run.status()).as(run.err()).isZero();
    return run.out();
  }

  @Test
  void aSiteIsAddedExportedImportedAndRemoved() throws Exception {
    assertThat(run("sources", "add", root + "/", "--dry-run")).contains(root + "/news.xml");
    assertThat(run("sources", "list")).isEqualToIgnoringNewLines("No sources.");

    assertThat(run("sources", "add", root + "/", "--id", "fens")).contains(root + "/news.xml");
    assertThat(run("sources", "list")).contains("fens", "feed", root + "/news.xml");

    String opml = run("sources", "export");
    assertThat(opml).contains("xmlUrl=\"" + root + "/news.xml\"");
    Path file = Files.writeString(directory.resolve("all.opml"), opml);
    assertThat(run("sources", "import", file.toString()))
        .contains("Watching 0 more sources; 1 were watched already, 0 skipped.");

    run("sources", "remove", "fens");
    assertThat(run("sources", "import", file.toString())).contains("Watching 1 more sources");
    assertThat(run("sources", "export")).isEqualTo(opml);
    assertThat(run("sources", "check")).contains("fens");
  }

  @Test
  void anOperatorAtTheDeskDoesTheSame() throws Exception {
    KeelingConfig settings = ConfigLoader.of(config, Map.of()).load();
    try (DeskOperations desk = new DeskOperations(settings)) {
      // when
      Preview preview = desk.preview(root + "/");

      // then
      Preview.Choice choice = preview.choices().get(0);
      assertThat(choice.source().url()).isEqualTo(root + "/news.xml");
      assertThat(choice.source().name()).isEqualTo("127.0.0.1");
      assertThat(choice.headlines()).containsExactly("Ice");
      assertThat(choice.watchedAs()).isNull();
      assertThat(desk.sources()).isEmpty();

      // when
      desk.add(choice.source());

      // then
      String id = choice.source().id();
      assertThat(run("sources", "list")).contains(id);
      assertThat(desk.preview(root + "/").choices().get(0).watchedAs()).isEqualTo(id);
      assertThatThrownBy(() -> desk.add(choice.source())).isInstanceOf(OperationException.class);
      assertThat(desk.pause(id, true)).isTrue();
      assertThat(desk.sources()).extracting(WatchedSource::condition).containsExactly("paused");
      assertThat(run("sources", "check")).contains("paused");
      assertThat(desk.pause(id, false)).isTrue();
      assertThat(desk.sources()).extracting(WatchedSource::condition).containsExactly("new");
      assertThat(desk.pause("none", true)).isFalse();
      assertThat(desk.remove(id)).isTrue();
      assertThat(desk.remove(id)).isFalse();
      assertThatThrownBy(() -> desk.preview("file:///etc/passwd"))
          .isInstanceOf(OperationException.class);
      assertThat(desk.work().stages())
          .extracting(Work.Stage::name)
          .containsExactly("fetches", "pages", "articles");
      assertThat(desk.work().imports()).isEmpty();
      try (RunningWork work = RunningWork.of(connection(), "replay")) {
        work.at(1);
        work.at(2);
        assertThat(desk.work().commands())
            .singleElement()
            .satisfies(
                command -> {
                  assertThat(command.name()).isEqualTo("replay");
                  assertThat(command.done()).isEqualTo(1);
                });
      }
      assertThat(desk.work().commands()).isEmpty();
    }
  }

  @Test
  void anAddressOfTheOwnNetworkIsNotLookedAtFromTheDesk() throws Exception {
    String closed =
        Files.readString(config)
            .replace("allowPrivateAddresses: true", "allowPrivateAddresses: false");
    KeelingConfig settings = ConfigLoader.of(Files.writeString(config, closed), Map.of()).load();
    try (DeskOperations desk = new DeskOperations(settings)) {
      Preview preview = desk.preview(root + "/");

      assertThat(preview.choices()).isEmpty();
      assertThat(preview.steps()).hasSize(1);
    }
  }

  @Test
  void theDeskShowsADeadLetterAndSendsItAgain() throws Exception {
    // given
    RecordHeaders headers = new RecordHeaders();
    HeaderValues.put(headers, HeaderNames.CONTENT_TYPE, "text/html; charset=iso-8859-1");
    for (TopicSpec topic : List.of(Topics.PAGES, Topics.ARTICLES)) {
      DeadLetter letter =
          DeadLetters.of(
              Stage.READ,
              "too-short",
              "a line",
              null,
              new RecordOrigin(topic.name(), 0, 7, "key"),
              headers,
              "<p>Größe".getBytes(ISO_8859_1),
              Instant.parse("2026-11-24T09:00:00Z"));
      try (var producer =
          new KafkaProducer<>(
              connection().clientProperties(),
              new ByteArraySerializer(),
              new ByteArraySerializer())) {
        producer.send(DeadLetters.record(letter)).get();
      }
    }
    try (DeskOperations desk = new DeskOperations(ConfigLoader.of(config, Map.of()).load())) {
      // when
      DeadLetterList letters = desk.letters(Optional.of(new DeadLetterKind("read", "too-short")));

      // then
      assertThat(letters.complete()).isTrue();
      assertThat(letters.counts())
          .containsExactly(new DeadLetterList.Count(new DeadLetterKind("read", "too-short"), 2));
      assertThat(letters.newest()).hasSize(2);
      assertThat(desk.letters(Optional.of(new DeadLetterKind("sink", "none"))).newest()).isEmpty();
      assertThat(desk.letter(new DeadLetterId(0, 99))).isEmpty();
      assertThat(desk.letter(new DeadLetterId(9, 0))).isEmpty();
      for (DeadLetterList.Row row : letters.newest()) {
        DeadLetter letter = desk.letter(row.id()).orElseThrow();
        if (letter.origin().topic().equals(Topics.PAGES.name())) {
          assertThat(desk.content(letter)).isEqualTo("<p>Größe");
        }
        desk.replay(letter);
      }
      try (TopicScan articles = new TopicScan(connection(), Topics.ARTICLES.name(), null)) {
        assertThat(articles.next().value()).isEqualTo("<p>Größe".getBytes(ISO_8859_1));
      }
      try (TopicScan pages = new TopicScan(connection(), Topics.PAGES.name(), null)) {
        assertThat(pages.next().value()).isEqualTo("<p>Größe".getBytes(ISO_8859_1));
        assertThat(pages.hasNext()).isFalse();
      }
      assertThat(desk.letters(Optional.empty()).counts().get(0).letters()).isEqualTo(2);
    }
  }

  @Test
  void pagesOfAnArchiveAndOfAFolderAreSentAndTheRestIsCounted() throws Exception {
    Path archive =
        Files.writeString(
            directory.resolve("crawl.warc"),
            record("https://a.example/1", "200 OK", "text/html", "<p>One</p>")
                + record("https://a.example/logo", "200 OK", "image/png", "png")
                + record("https://a.example/none", "404 Not Found", "text/html", "<p>No</p>"));
    Path folder = Files.createDirectory(directory.resolve("pages"));
    Files.writeString(folder.resolve("two.html"), HOME);

    String said = run("import", archive.toString(), folder.toString());

    assertThat(said.lines().map(String::strip)).anyMatch(line -> line.matches("2 +pages sent, .*"));
    assertThat(said.lines().filter(line -> line.contains("skipped: "))).hasSize(2);
    assertThat(pages()).hasSize(2).contains("https://a.example/1");
  }

  @Test
  void anImportThatCannotReadAllOfItFails() throws Exception {
    Path archive = Files.write(directory.resolve("cut.warc.gz"), new byte[] {0x1f, (byte) 0x8b, 8});
    Path folder = Files.createDirectory(directory.resolve("pages"));
    Files.writeString(folder.resolve("two.html"), HOME);

    CommandRun run =
        CommandRun.of(
            "import", archive.toString(), folder.toString(), "--config", config.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("pages sent", "skipped: ");
    assertThat(run.err()).contains("1 could not be read");
    assertThat(pages()).hasSize(1);
    assertThat(CommandRun.of("import", folder.toString(), "--source", "No Id").status())
        .isEqualTo(2);
  }

  @Test
  void whatIsImportedUnderASourceIsFoundByIt() throws Exception {
    Path folder = Files.createDirectory(directory.resolve("pages"));
    Files.writeString(
        folder.resolve("lake.html"),
        "<html lang=en><head><title>The lake falls</title>"
            + "<link rel=canonical href=\"https://lake.example/a\"></head>"
            + "<body><article><h1>The lake falls</h1>"
            + ("<p>" + "The lake behind the dam has fallen by eleven metres since May. ".repeat(4))
                .repeat(5)
            + "</article></body></html>");
    IngestConfig ingest =
        IngestConfig.defaults()
            .with(NetworkConfig.local())
            .with(StreamsRunConfig.defaults(directory.resolve("ingest")));
    try (var running = Ingest.start(connection(), ingest, new SimpleMeterRegistry())) {
      run("import", folder.toString(), "--source", "atlas");

      await()
          .atMost(Duration.ofSeconds(90))
          .untilAsserted(
              () -> {
                assertThat(running.alive()).isTrue();
                assertThat(articles()).extracting(Article::source).containsExactly(ATLAS);
              });
    }
    assertThat(run("reprocess", "articles", "--source", "atlas", "--dry-run"))
        .contains("1  would come in for the first time");
    CommandRun none =
        CommandRun.of(
            "reprocess",
            "articles",
            "--source",
            "other",
            "--dry-run",
            "--config",
            config.toString());
    assertThat(none.status()).isEqualTo(1);
    assertThat(none.err()).contains("no stored article is of source other");
  }

  private static final Outlet ATLAS = new Outlet("atlas", "lake.example", "lake.example");

  private List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    try (TopicScan scan = new TopicScan(connection(), Topics.ARTICLES.name(), null)) {
      scan.forEachRemaining(
          record ->
              articles.add(ContractSerdes.ARTICLE.deserialize(record.topic(), record.value())));
    }
    return articles;
  }

  private static String record(String url, String status, String type, String body) {
    String http =
        "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(status, type, body.length(), body);
    return ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%s>\r\n"
            + "WARC-Date: 2026-11-24T09:30:00Z\r\nWARC-Target-URI: %s\r\n"
            + "Content-Type: application/http;msgtype=response\r\nContent-Length: %d\r\n\r\n"
            + "%s\r\n\r\n")
        .formatted(java.util.UUID.randomUUID(), url, http.length(), http);
  }

  private List<String> pages() {
    List<String> urls = new ArrayList<>();
    try (TopicScan scan = new TopicScan(connection(), Topics.PAGES.name(), null)) {
      scan.forEachRemaining(page -> urls.add(HeaderValues.get(page.headers(), HeaderNames.URL)));
    }
    return urls;
  }
}
