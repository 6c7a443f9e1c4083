package io.keeling.feeds.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.serde.Json;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.feeds.Feeds;
import io.keeling.feeds.config.AlertsConfig;
import io.keeling.feeds.config.FeedsConfig;
import io.keeling.feeds.config.FeedsConfigBuilder;
import io.keeling.feeds.config.MailConfig;
import io.keeling.feeds.label.KnownValues;
import io.keeling.feeds.operation.Operations;
import io.keeling.feeds.query.language.ExpressionParser;
import io.keeling.feeds.search.SearchIndex;
import io.keeling.feeds.search.SwitchingIndex;
import io.keeling.feeds.search.WritableIndex;
import io.keeling.feeds.search.lucene.LuceneIndex;
import io.keeling.feeds.search.lucene.LuceneSettings;
import io.keeling.feeds.search.lucene.query.Synonyms;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.sink.database.Migrations;
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
public final class Desk implements AutoCloseable {

  private final Feeds feeds;
  private final Archive archive;
  private final FeedsConfig config;
  private final SearchIndex index;

  /** What is closed after the desk, in this order. */
  private final List<AutoCloseable> beneath;

  private final HttpClient client = HttpClient.newHttpClient();

  private Desk(
      Archive archive,
      FeedsConfig config,
      SearchIndex index,
      Feeds feeds,
      List<AutoCloseable> beneath) {
    this.archive = archive;
    this.config = config;
    this.index = index;
    this.feeds = feeds;
    this.beneath = beneath;
  }

  /** Opens a desk without articles, on a server and a port of its own. */
  public static Desk open(Path directory, int port) throws IOException {
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
  static Desk open(String jdbcUrl, Path search, AutoCloseable beneath) throws IOException {
    return open(jdbcUrl, search, 0, beneath);
  }

  private static Desk open(String jdbcUrl, Path search, int port, AutoCloseable beneath)
      throws IOException {
    WritableIndex index = index(search);
    FeedsConfig config = config(database(jdbcUrl), port);
    return new Desk(
        new Archive(dataSource(jdbcUrl), index),
        config,
        index,
        start(config, index),
        List.of(index, beneath));
  }

  /** Opens a desk whose index follows a topic. */
  public static Desk following(Path search, KafkaConnection kafka) {
    return following(Desks.database(), search, kafka, usual -> usual);
  }

  /** Opens a desk whose index follows a topic, one of several on a database, set otherwise. */
  public static Desk following(
      String jdbcUrl,
      Path search,
      KafkaConnection kafka,
      UnaryOperator<FeedsConfigBuilder> change) {
    FeedsConfigBuilder usual =
        config(database(jdbcUrl), 0).toBuilder().search(FeedsConfig.Search.defaults().in(search));
    FeedsConfig config = change.apply(usual).build();
    Feeds feeds = Feeds.start(kafka, config, SampleTopics.labels(), meters());
    Archive archive = new Archive(dataSource(jdbcUrl), null);
    return new Desk(archive, config, new SwitchingIndex(), feeds, List.of());
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
        new LuceneSettings(new ExpressionParser(known), Synonyms.read(null), known.completed()));
  }

  /** Starts the desk alone, on a database that may be away, for which it does not wait long. */
  public static Feeds feeds(String jdbcUrl, int port) {
    FeedsConfig.Database usual = database(jdbcUrl);
    FeedsConfig.Database impatient =
        new FeedsConfig.Database(
            usual.url(),
            usual.user(),
            usual.password(),
            usual.passwordFile(),
            usual.poolSize(),
            Duration.ofSeconds(1),
            usual.statementTimeout(),
            usual.exportTimeout());
    return start(config(impatient, port), new SwitchingIndex());
  }

  /** Starts the desk alone, without a database, with a limit for each client. */
  public static Feeds limited(FeedsConfig.RateLimit limit) {
    FeedsConfig config = config(database("jdbc:postgresql://127.0.0.1:1/none"), 0);
    return start(config.toBuilder().rateLimit(limit).build(), new SwitchingIndex());
  }

  private static FeedsConfig.Database database(String jdbcUrl) {
    return FeedsConfig.defaults().database().at(jdbcUrl, EmbeddedDatabase.USER, null);
  }

  private static FeedsConfig config(FeedsConfig.Database database, int port) {
    return FeedsConfig.defaults().toBuilder()
        .port(port)
        .publicUrl(URI.create("http://desk.example"))
        .database(database)
        .alerts(
            new AlertsConfig(
                false, List.of("127.0.0.0/8"), Duration.ofMillis(200), MailConfig.defaults()))
        .build();
  }

  private static Feeds start(FeedsConfig config, SearchIndex index) {
    return Feeds.start(config, SampleTopics.labels(), index, meters());
  }

  private static MeterRegistry meters() {
    return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  }

  /** Another desk on the same articles and accounts, set otherwise. */
  public Feeds another(UnaryOperator<FeedsConfigBuilder> change) {
    return start(change.apply(config.toBuilder().port(0)).build(), index);
  }

  /** Another desk on the same articles and accounts, at which everybody has to sign in. */
  public Feeds closed() {
    return another(closed -> closed.access(config.access().withOpenReading(false)));
  }

  /** Another desk on the same, with the rest of Keeling for operators. */
  public Feeds another(Operations operations) {
    return Feeds.start(
        config.toBuilder().port(0).build(), SampleTopics.labels(), index, operations, meters());
  }

  /** How the desk is set. */
  public FeedsConfig config() {
    return config;
  }

  /** The store behind it. */
  public Archive archive() {
    return archive;
  }

  /** The address of something on it. */
  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + feeds.port() + path);
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
    feeds.close();
    for (AutoCloseable each : beneath) {
      each.close();
    }
  }
}
