package io.keeling.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.app.config.ConfigLoader;
import io.keeling.app.deadletter.DeadLetterLog;
import io.keeling.app.demo.PressSources;
import io.keeling.contract.article.ArticleIds;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.serde.Json;
import io.keeling.embedded.FreePorts;
import io.keeling.ingest.source.SourceState;
import io.keeling.ingest.source.SourceStates;
import io.keeling.newsroom.Newsroom;
import io.keeling.newsroom.NewsroomConfig;
import io.keeling.newsroom.expect.DeadLettered;
import io.keeling.newsroom.expect.Stored;
import io.keeling.runtime.kafka.KafkaConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** The pipeline on the fictional press, on free ports, with the demo's own settings. */
public final class RunningDemo implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofMinutes(3);
  static final Duration LOOK = Duration.ofMillis(500);

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static @Nullable RunningDemo shared;

  private final Path directory;
  private final Newsroom newsroom;
  private final Pipeline pipeline;

  private RunningDemo(Path directory, Newsroom newsroom, Pipeline pipeline) {
    this.directory = directory;
    this.newsroom = newsroom;
    this.pipeline = pipeline;
  }

  /**
   * One for all test classes that look at it, which takes less than one for each: started for the
   * first, closed by the last, or else with the JVM.
   */
  public static synchronized RunningDemo shared() throws IOException {
    RunningDemo running = shared;
    if (running == null) {
      running = start(Files.createTempDirectory("keeling-demo"));
      shared = running;
      Runtime.getRuntime().addShutdownHook(new Thread(RunningDemo::closeShared, "close-demo"));
    }
    return running;
  }

  /** Closes it; does nothing if it is not there. */
  public static synchronized void closeShared() {
    RunningDemo running = shared;
    shared = null;
    if (running != null) {
      running.close();
      try {
        IOUtils.rm(running.directory);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static RunningDemo start(Path directory) throws IOException {
    Newsroom newsroom = Newsroom.start(NewsroomConfig.defaults());
    ConfigLoader loader =
        ConfigLoader.ofText(
                "demo.yaml",
                Files.readString(Path.of("../app/src/main/resources/demo.yaml")),
                Map.of())
            .with(Map.of("embedded.directory", directory.toString()))
            .with(freePorts());
    return new RunningDemo(
        directory, newsroom, Pipeline.start(loader, PressSources.of(newsroom), step -> {}));
  }

  /** Where it keeps its data. */
  public Path directory() {
    return directory;
  }

  /** Waits until every article is stored. */
  public void awaitArticles() {
    await()
        .atMost(PATIENCE)
        .pollInterval(LOOK)
        .untilAsserted(() -> assertThat(missingArticles()).isEmpty());
  }

  /** Waits until every article is stored and every trap is a dead letter, which takes longer. */
  void awaitEverything() {
    awaitArticles();
    await()
        .atMost(PATIENCE)
        .pollInterval(LOOK)
        .untilAsserted(
            () ->
                assertThat(deadLettersByUrl().keySet())
                    .containsAll(deadLettered().stream().map(DeadLettered::url).toList()));
  }

  private Set<String> missingArticles() throws IOException, InterruptedException {
    Set<String> missing = new HashSet<>();
    for (Stored stored : stored()) {
      if (article(stored) == null) {
        missing.add(stored.articleId());
      }
    }
    return missing;
  }

  /** Address of the desk, without a slash at its end. */
  public String page() {
    return pipeline.config().desk().baseUrl();
  }

  /** What the health port of ingest answers. */
  String health(String path) throws IOException, InterruptedException {
    String port = ":" + pipeline.config().health().ingestPort();
    return HTTP.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1" + port + path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** How many sources a start says that it watches. */
  int watched() {
    return pipeline.sources();
  }

  /** What ingest has written down of its sources. */
  List<SourceState> sourceStates() {
    return SourceStates.all(kafka());
  }

  KafkaConnection kafka() {
    return pipeline.config().kafka().connection();
  }

  Newsroom newsroom() {
    return newsroom;
  }

  List<Stored> stored() {
    return newsroom.expectations().stream()
        .filter(Stored.class::isInstance)
        .map(Stored.class::cast)
        .toList();
  }

  List<DeadLettered> deadLettered() {
    return newsroom.expectations().stream()
        .filter(DeadLettered.class::isInstance)
        .map(DeadLettered.class::cast)
        .toList();
  }

  Map<String, DeadLetter> deadLettersByUrl() {
    Map<String, DeadLetter> result = new HashMap<>();
    new DeadLetterLog(pipeline.config().kafka().connection())
        .forEach((id, letter) -> result.put(letter.url(), letter));
    return result;
  }

  @Nullable JsonNode article(Stored stored) throws IOException, InterruptedException {
    return get("/api/articles/" + ArticleIds.id(stored.canonicalUrl()));
  }

  /** What the desk answers; null if that is not 200. */
  @Nullable JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = answer(path);
    return response.statusCode() == 200 ? Json.MAPPER.readTree(response.body()) : null;
  }

  /** A page of the desk. */
  String html(String path) throws IOException, InterruptedException {
    return answer(path).body();
  }

  private HttpResponse<String> answer(String path) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(page() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    pipeline.close();
    newsroom.close();
  }

  private static Map<String, String> freePorts() {
    List<String> keys =
        List.of(
            "embedded.kafkaPort",
            "embedded.postgresPort",
            "desk.port",
            "health.ingestPort",
            "health.enrichPort",
            "health.sinkPort",
            "health.deskPort");
    List<Integer> free = FreePorts.find(keys.size());
    Map<String, String> ports = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      ports.put(keys.get(i), free.get(i).toString());
    }
    ports.put("desk.publicUrl", "http://localhost:" + ports.get("desk.port"));
    return ports;
  }
}
