package io.keeling.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.FreePorts;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.ingest.Ingest;
import io.keeling.ingest.TopicReader;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.NetworkConfig;
import io.keeling.ingest.config.PolitenessConfig;
import io.keeling.ingest.config.StreamsRunConfig;
import io.keeling.ingest.config.WebSubConfig;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicCreator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed and its hub, over HTTP, against the whole of ingest. */
class WebSubIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration IDLE = Duration.ofSeconds(1);

  @TempDir Path directory;

  private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger polls = new AtomicInteger();
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer site;
  private String root;
  private EmbeddedKafka kafka;
  private KafkaConnection connection;
  private int port;
  private volatile String item = "/first";

  @BeforeEach
  void serve() throws Exception {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    root = "http://127.0.0.1:" + site.getAddress().getPort();
    site.createContext("/feed", this::feed);
    site.createContext(
        "/hub",
        exchange -> {
          asked.add(form(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
          answer(exchange, 202, "");
        });
    site.createContext("/", exchange -> answer(exchange, 404, ""));
    site.start();
    kafka = EmbeddedKafka.start(directory.resolve("kafka"));
    connection = KafkaConnection.to(kafka.bootstrapServers());
    try (Admin admin = Admin.create(connection.clientProperties())) {
      new TopicCreator(admin).ensure(Topics.ALL, 2, Optional.empty());
    }
    port = FreePorts.find();
  }

  @AfterEach
  void close() throws Exception {
    kafka.close();
    site.stop(0);
  }

  private void feed(HttpExchange exchange) throws IOException {
    polls.incrementAndGet();
    exchange
        .getResponseHeaders()
        .add("Link", "<" + root + "/hub>; rel=hub, <" + root + "/feed>; rel=self");
    answer(
        exchange,
        200,
        "<rss version='2.0'><channel><title>T</title><item><title>a</title><link>"
            + item
            + "</link></item></channel></rss>");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new HashMap<>();
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      form.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
    }
    return form;
  }

  private Ingest ingest() {
    return Ingest.start(
        connection,
        IngestConfig.defaults()
            .with(
                PolitenessConfig.defaults().withPause(Duration.ofMillis(20)),
                NetworkConfig.local(),
                StreamsRunConfig.defaults(directory.resolve("state")),
                new WebSubConfig(
                    "http://127.0.0.1:" + port + "/",
                    "127.0.0.1",
                    port,
                    IDLE,
                    Duration.ofMillis(100))),
        new SimpleMeterRegistry());
  }

  private int call(String callback, Map<String, String> query, String expected) throws Exception {
    StringBuilder uri = new StringBuilder(callback).append("?x=1");
    query.forEach(
        (k, v) -> uri.append('&').append(k).append('=').append(URLEncoder.encode(v, UTF_8)));
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(uri.toString())).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() == 200) {
      assertThat(answer.body()).isEqualTo(expected);
    }
    return answer.statusCode();
  }

  private int deliver(String callback, String secret) throws Exception {
    String body = "<rss>not to be trusted</rss>";
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    String signature = "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    return client
        .send(
            HttpRequest.newBuilder(URI.create(callback))
                .header("X-Hub-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private List<String> requests() {
    try (TopicReader fetches = new TopicReader(kafka.bootstrapServers(), Topics.FETCHES.name())) {
      return fetches.all().stream().map(r -> new String(r.value(), UTF_8)).toList();
    }
  }

  @Test
  void aConnectionThatSaysNothingIsClosed() throws Exception {
    try (Ingest ingest = ingest();
        Socket silent = new Socket("127.0.0.1", port)) {
      silent.setSoTimeout(15_000); // Half of what Jetty would wait by itself.

      assertThat(silent.getInputStream().read()).as("end of the stream").isEqualTo(-1);
      assertThat(ingest.alive()).isTrue();
    }
  }

  @Test
  void aHubIsSubscribedToConfirmedAndItsPingFetchesTheFeedAtOnce() throws Exception {
    String callback;
    String secret;
    try (Ingest ingest = ingest();
        SourceCatalogue catalogue = new SourceCatalogue(connection)) {
      catalogue.put(new Source("news", SourceKind.FEED, root + "/feed", "News", null, null, null));
      await().atMost(PATIENCE).until(() -> !asked.isEmpty());
      Map<String, String> request = asked.get(0);
      callback = request.get("hub.callback");
      secret = request.get("hub.secret");
      assertThat(request)
          .containsEntry("hub.mode", "subscribe")
          .containsEntry("hub.topic", root + "/feed")
          .containsEntry("hub.lease_seconds", "864000");
      assertThat(callback).startsWith("http://127.0.0.1:" + port + "/websub/");
      assertThat(secret).hasSize(64);

      Map<String, String> intent =
          Map.of(
              "hub.mode", "subscribe",
              "hub.topic", root + "/feed",
              "hub.challenge", "a <challenge>",
              "hub.lease_seconds", "600");
      assertThat(call(callback + "0", intent, "")).isEqualTo(404);
      Map<String, String> other = new HashMap<>(intent);
      other.put("hub.topic", root + "/other");
      assertThat(call(callback, other, "")).isEqualTo(404);
      other.putAll(intent);
      other.put("hub.mode", "unsubscribe");
      assertThat(call(callback, other, "")).isEqualTo(404);
      int before = polls.get();
      // A hub that has not asked back is not believed either.
      assertThat(deliver(callback, secret)).isEqualTo(202);
      assertThat(call(callback, intent, "a <challenge>")).isEqualTo(200);

      assertThat(deliver(callback + "0", secret)).isEqualTo(410);
      assertThat(deliver(callback, "guessed")).isEqualTo(202);
      item = "/second";
      assertThat(deliver(callback, secret)).isEqualTo(202);
      await()
          .atMost(PATIENCE)
          .until(() -> requests().stream().anyMatch(r -> r.contains("/second")));
      assertThat(polls.get()).isEqualTo(before + 1);
      assertThat(requests()).noneMatch(r -> r.contains("trusted"));
    }

    // The subscription outlives a restart, and the hub is not asked again before its time.
    try (Ingest ingest = ingest();
        SourceCatalogue catalogue = new SourceCatalogue(connection)) {
      await().atMost(PATIENCE).until(() -> ingest.problems().isEmpty());
      int before = polls.get();
      assertThat(deliver(callback, secret)).isEqualTo(202);
      await().atMost(PATIENCE).until(() -> polls.get() > before);
      assertThat(asked).hasSize(1);

      // Of a source that is gone nothing more is wanted.
      catalogue.remove("news");
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(300))
          .until(() -> deliver(callback, secret) == 410);
    }
  }
}
