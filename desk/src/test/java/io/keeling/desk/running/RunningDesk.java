package io.keeling.desk.running;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.serde.Json;
import io.keeling.desk.Desk;
import io.keeling.desk.config.AlertsConfig;
import io.keeling.desk.config.DeskConfig;
import io.keeling.desk.config.DeskConfigBuilder;
import io.keeling.desk.config.MailConfig;
import io.keeling.desk.config.MailConfig.Security;
import io.keeling.desk.label.KnownValues;
import io.keeling.desk.operators.Operations;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.tracing.Tracing;
import io.keeling.search.SearchIndex;
import io.keeling.search.SearchSettings;
import io.keeling.search.SwitchingIndex;
import io.keeling.search.Synonyms;
import io.keeling.search.WritableIndex;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.lucene.LuceneEngine;
import io.keeling.search.lucene.index.LuceneIndex;
import io.keeling.search.lucene.index.LuceneSettings;
import io.keeling.storage.DatabaseConfig;
import io.keeling.storage.Migrations;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.postgresql.ds.PGSimpleDataSource;

/** A desk on a database with the sink's schema, and somebody who reads at it. */
public final class RunningDesk implements AutoCloseable {

  private final Desk desk;
  private final Archive archive;
  private final DatabaseConfig database;
  private final DeskConfig config;
  private final SearchIndex index;

  /** What is closed after the desk, in this order. */
  private final List<AutoCloseable> beneath;

  private final HttpClient client = HttpClient.newHttpClient();

  private RunningDesk(
      Archive archive,
      DatabaseConfig database,
      DeskConfig config,
      SearchIndex index,
      Desk desk,
      List<AutoCloseable> beneath) {
    this.archive = archive;
    this.database = database;
    this.config = config;
    this.index = index;
    this.desk = desk;
    this.beneath = beneath;
  }

  /** Opens a desk without articles, on a server and a port of its own. */
  public static RunningDesk open(Path directory, int port) throws IOException {
    EmbeddedDatabase server = EmbeddedDatabase.start(directory);
    migrate(server.jdbcUrl());
    Path search = directory.resolveSibling(directory.getFileName() + "-search");
    return open(server.jdbcUrl(), search, port, server);
  }

  /**
   * Opens a desk without articles on a database with the schema, at any port.
   *
   * @param beneath what is closed after the desk
   */
  static RunningDesk open(String jdbcUrl, Path search, AutoCloseable beneath) throws IOException {
    return open(jdbcUrl, search, 0, beneath);
  }

  private static RunningDesk open(String jdbcUrl, Path search, int port, AutoCloseable beneath)
      throws IOException {
    WritableIndex index = index(search);
    DeskConfig config = config(port);
    DatabaseConfig database = database(jdbcUrl);
    return new RunningDesk(
        new Archive(dataSource(jdbcUrl), index),
        database,
        config,
        index,
        start(database, config, index),
        List.of(index, beneath));
  }

  /** Opens a desk whose index follows a topic. */
  public static RunningDesk following(Path search, KafkaConnection kafka) {
    return following(Desks.database(), search, kafka, usual -> usual);
  }

  /** Opens a desk whose index follows a topic, one of several on a database, set otherwise. */
  public static RunningDesk following(
      String jdbcUrl, Path search, KafkaConnection kafka, UnaryOperator<DeskConfigBuilder> change) {
    DeskConfigBuilder usual =
        new DeskConfigBuilder(config(0)).search(DeskConfig.Search.defaults().in(search));
    DeskConfig config = change.apply(usual).build();
    DatabaseConfig database = database(jdbcUrl);
    Desk desk =
        Desk.open(
                setup(database, config, Operations.NONE),
                kafka,
                settings -> new LuceneEngine(config.search().directory(), settings),
                Tracing.OFF)
            .follow();
    Archive archive = new Archive(dataSource(jdbcUrl), null);
    return new RunningDesk(archive, database, config, new SwitchingIndex(), desk, List.of());
  }

  /** Brings a database to the sink's schema. */
  static void migrate(String jdbcUrl) {
    Migrations.apply(dataSource(jdbcUrl));
  }

  /** Connections to a database, without a pool. */
  public static DataSource dataSource(String jdbcUrl) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(jdbcUrl);
    database.setUser(EmbeddedDatabase.USER);
    return database;
  }

  private static WritableIndex index(Path directory) throws IOException {
    KnownValues known = new KnownValues(SampleTopics.labels());
    return LuceneIndex.open(
        directory,
        Clock.systemUTC(),
        LuceneSettings.of(
            new SearchSettings(
                new ExpressionParser(known), Synonyms.read(null), known.completed())));
  }

  /** Starts the desk alone, on a database that may be away, for which it does not wait long. */
  public static Desk deskAt(String jdbcUrl, int port) {
    DatabaseConfig usual = database(jdbcUrl);
    DatabaseConfig impatient =
        new DatabaseConfig(
            usual.url(),
            usual.user(),
            usual.password(),
            usual.passwordFile(),
            Duration.ofSeconds(1),
            usual.statementTimeout());
    return start(impatient, config(port), new SwitchingIndex());
  }

  /** Starts the desk alone, without a database, with a limit for each client. */
  public static Desk limited(DeskConfig.RateLimit limit) {
    return start(
        database("jdbc:postgresql://127.0.0.1:1/none"),
        new DeskConfigBuilder(config(0)).rateLimit(limit).build(),
        new SwitchingIndex());
  }

  private static DatabaseConfig database(String jdbcUrl) {
    return DatabaseConfig.at(jdbcUrl, EmbeddedDatabase.USER);
  }

  private static DeskConfig config(int port) {
    return new DeskConfigBuilder(DeskConfig.defaults())
        .port(port)
        .publicUrl(URI.create("http://desk.example"))
        .alerts(
            new AlertsConfig(
                false,
                List.of("127.0.0.0/8"),
                Duration.ofMillis(200),
                new MailConfig(
                    "127.0.0.1", 1, Security.NONE, null, null, null, "desk@desk.example")))
        .build();
  }

  private static Desk start(DatabaseConfig database, DeskConfig config, SearchIndex index) {
    return Desk.open(setup(database, config, Operations.NONE), index);
  }

  private static Desk.Setup setup(
      DatabaseConfig database, DeskConfig config, Operations operations) {
    return new Desk.Setup(config, database, SampleTopics.labels(), operations, meters());
  }

  private static MeterRegistry meters() {
    return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  }

  /** Another desk on the same articles and accounts, set otherwise. */
  public Desk another(UnaryOperator<DeskConfigBuilder> change) {
    return start(database, change.apply(new DeskConfigBuilder(config).port(0)).build(), index);
  }

  /** Another desk on the same articles and accounts, at which everybody has to sign in. */
  public Desk closed() {
    return another(closed -> closed.access(config.access().withOpenReading(false)));
  }

  /** Another desk on the same, with the rest of Keeling for operators. */
  public Desk another(Operations operations) {
    return Desk.open(
        setup(database, new DeskConfigBuilder(config).port(0).build(), operations), index);
  }

  /** Where its articles are. */
  public DatabaseConfig database() {
    return database;
  }

  /** How the desk is set. */
  public DeskConfig config() {
    return config;
  }

  /** The store behind it. */
  public Archive archive() {
    return archive;
  }

  /** The address of something on it. */
  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + desk.port() + path);
  }

  /** What a request answers. */
  public HttpResponse<String> get(String path) {
    return ask("GET", path);
  }

  /**
   * What a request answers.
   *
   * @param headers names and values by turns
   */
  public HttpResponse<String> ask(String method, String path, String... headers) {
    return send(method, path, "", headers);
  }

  /**
   * What a request with a body answers.
   *
   * @param headers names and values by turns
   */
  public HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What a request answers, as JSON. */
  public JsonNode json(String path) {
    try {
      return Json.MAPPER.readTree(get(path).body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a request answers, as a page. */
  public Document page(String path) {
    return Jsoup.parse(get(path).body(), at(path).toString());
  }

  @Override
  public void close() throws Exception {
    desk.close();
    for (AutoCloseable each : beneath) {
      each.close();
    }
  }
}
