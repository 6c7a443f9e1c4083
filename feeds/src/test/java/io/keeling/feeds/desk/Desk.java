package io.keeling.feeds.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.serde.Json;
import io.keeling.embedded.postgres.EmbeddedDatabase;
import io.keeling.feeds.Feeds;
import io.keeling.feeds.config.FeedsConfig;
import io.keeling.feeds.label.KnownValues;
import io.keeling.feeds.query.language.ExpressionParser;
import io.keeling.feeds.search.SearchIndex;
import io.keeling.feeds.search.SwitchingIndex;
import io.keeling.feeds.search.WritableIndex;
import io.keeling.feeds.search.lucene.LuceneIndex;
import io.keeling.feeds.search.lucene.LuceneSettings;
import io.keeling.feeds.search.lucene.Synonyms;
import io.keeling.sink.database.Migrations;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A desk on an embedded database with the sink's schema, and somebody who reads at it. */
public final class Desk implements AutoCloseable {

  private final EmbeddedDatabase database;
  private final WritableIndex index;
  private final Set<String> stored = ConcurrentHashMap.newKeySet();
  private final Feeds feeds;
  private final HttpClient client = HttpClient.newHttpClient();

  private Desk(EmbeddedDatabase database, WritableIndex index, Feeds feeds) {
    this.database = database;
    this.index = index;
    this.feeds = feeds;
  }

  /** Opens a desk without articles. */
  public static Desk open(Path directory) throws IOException {
    return open(directory, 0);
  }

  /** Opens a desk on a port. */
  public static Desk open(Path directory, int port) throws IOException {
    EmbeddedDatabase database = EmbeddedDatabase.start(directory);
    Migrations.apply(database.dataSource());
    WritableIndex index = index(directory.resolveSibling(directory.getFileName() + "-search"));
    return new Desk(database, index, start(database(database.jdbcUrl()), port, index));
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
    return start(impatient, port, new SwitchingIndex());
  }

  private static FeedsConfig.Database database(String jdbcUrl) {
    return FeedsConfig.defaults().database().at(jdbcUrl, EmbeddedDatabase.USER, null);
  }

  private static Feeds start(FeedsConfig.Database database, int port, SearchIndex index) {
    FeedsConfig config =
        FeedsConfig.defaults()
            .listeningOn("127.0.0.1", port, URI.create("http://desk.example"))
            .withDatabase(database);
    return Feeds.start(
        config,
        SampleTopics.labels(),
        index,
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }

  /** The store behind it. */
  public Archive archive() {
    return new Archive(database.dataSource(), index, stored);
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
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path)).method(method, BodyPublishers.noBody());
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
  public void close() throws IOException {
    feeds.close();
    index.close();
    database.close();
  }
}
