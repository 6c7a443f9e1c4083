package io.keeling.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keeling.app.LocalPipeline;
import io.keeling.app.telemetry.OtlpReceiver.Told;
import io.keeling.contract.article.ArticleIds;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One article on its way through all roles, as a receiver of OTLP hears of it. */
class TracingIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String WORDS = "the river authority said that towns along the valley";

  @TempDir private static Path directory;
  private static OtlpReceiver receiver;
  private static HttpServer site;
  private static LocalPipeline pipeline;

  /** The page of the article; its query is a secret of the reader it was made for. */
  private static String page;

  @BeforeAll
  static void start() throws Exception {
    receiver = new OtlpReceiver();
    site = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    String base = "http://valley.localhost:" + site.getAddress().getPort();
    page = base + "/2026/11/water?token=hidden-word";
    answer("/feed", "application/rss+xml", feed());
    answer("/2026/11/water", "text/html; charset=utf-8", article());
    site.start();
    String settings =
        """
        telemetry: {otlp: {endpoint: "%s"}}
        ingest:
          politeness: {pause: 0s}
          network: {allowedNetworks: ["127.0.0.0/8"], hostAddresses: {valley.localhost: 127.0.0.1}}
        """
            .formatted(receiver.address());
    pipeline =
        LocalPipeline.start(
            directory,
            settings,
            List.of(
                new Source("valley", SourceKind.FEED, base + "/feed", "Valley", "en", null, null)));
  }

  @AfterAll
  static void stop() {
    if (pipeline != null) {
      pipeline.close();
    }
    site.stop(0);
    receiver.close();
  }

  private static void answer(String path, String type, String body) {
    site.createContext(
        path,
        (HttpExchange exchange) -> {
          try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
  }

  private static String feed() {
    return "<rss version=\"2.0\"><channel><title>T</title><item><title>Water</title><link>"
        + page.replace("&", "&amp;")
        + "</link></item></channel></rss>";
  }

  private static String article() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      text.append("<p>")
          .append(("On day " + i + " " + WORDS + " would share the water of the lake. ").repeat(4))
          .append("</p>");
    }
    return "<!doctype html><html lang=en><head><title>Water is shared</title></head><body><article>"
        + "<h1>Water is shared</h1>"
        + text
        + "</article></body></html>";
  }

  private static List<Told> named(String name) {
    return receiver.spans().stream().filter(each -> each.name().equals(name)).toList();
  }

  private static Told theOne(String name, String trace) {
    List<Told> found = named(name).stream().filter(each -> each.trace().equals(trace)).toList();
    assertThat(found).as(name).hasSize(1);
    return found.get(0);
  }

  @Test
  void oneArticleIsOneTraceFromItsDiscoveryThroughAllRoles() {
    await().atMost(PATIENCE).until(() -> !named("index").isEmpty());
    String trace = named("index").get(0).trace();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                receiver.spans().stream()
                    .filter(each -> each.trace().equals(trace))
                    .map(Told::name)
                    .collect(Collectors.toSet())
                    .equals(Set.of("discover", "fetch", "read", "tag", "store", "index")));

    Told discover = theOne("discover", trace);
    Told fetch = theOne("fetch", trace);
    Told read = theOne("read", trace);
    Told tag = theOne("tag", trace);
    Told store = theOne("store", trace);
    Told index = theOne("index", trace);
    assertThat(discover.parent()).isEmpty();
    assertThat(fetch.parent()).isEqualTo(discover.id());
    assertThat(read.parent()).isEqualTo(fetch.id());
    assertThat(tag.parent()).isEqualTo(read.id());
    assertThat(store.parent()).isEqualTo(tag.id());
    assertThat(index.parent()).isEqualTo(tag.id());
    assertThat(List.of(discover, fetch, read, tag, store, index))
        .extracting(Told::service)
        .containsExactly(
            "keeling-ingest",
            "keeling-ingest",
            "keeling-ingest",
            "keeling-enrich",
            "keeling-sink",
            "keeling-desk");
    assertThat(List.of(fetch, read, tag, store))
        .isSortedAccordingTo(Comparator.comparingLong(Told::start))
        .allSatisfy(each -> assertThat(each.end()).isGreaterThanOrEqualTo(each.start()));
    assertThat(fetch.attributes())
        .containsEntry("keeling.outcome", "fetched")
        .containsEntry("http.response.status_code", "200")
        .containsEntry("keeling.source.id", "valley")
        .containsEntry("server.address", "valley.localhost");
    String id = read.attributes().get("keeling.article.id");
    assertThat(id).hasSameSizeAs(ArticleIds.id("https://a.example/"));
    assertThat(List.of(tag, store, index))
        .allSatisfy(each -> assertThat(each.attributes()).containsEntry("keeling.article.id", id));
    assertThat(read.attributes()).containsEntry("keeling.outcome", "article");
    linksToOtherTraces(discover, store);
  }

  /** The feed that led there and the batch that it was stored in have traces of their own. */
  private static void linksToOtherTraces(Told discover, Told store) {
    Told listing =
        named("read").stream()
            .filter(r -> discover.links().contains(r.trace()))
            .findAny()
            .orElseThrow();
    assertThat(listing.attributes()).containsEntry("keeling.outcome", "links");
    Told poll = theOne("poll", listing.trace());
    assertThat(theOne("fetch", listing.trace()).parent()).isEqualTo(poll.id());
    assertThat(named("store-batch"))
        .filteredOn(batch -> store.links().contains(batch.trace()))
        .singleElement()
        .satisfies(batch -> assertThat(batch.links()).contains(store.trace()));
  }

  @Test
  void nothingThatIsToldHoldsWordsOrAddresses() {
    await().atMost(PATIENCE).until(() -> !named("index").isEmpty());

    assertThat(receiver.spans())
        .allSatisfy(
            each ->
                assertThat(each.toString())
                    .doesNotContain("hidden-word", "river", "Water", "http://", "/2026", "?"));
  }

  @Test
  void whatIsToldIsCounted() throws Exception {
    await().atMost(PATIENCE).until(() -> !named("index").isEmpty());

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(metrics())
                    .containsPattern("keeling_telemetry_spans_total\\{result=\"sent\"\\} [1-9]")
                    .contains("keeling_telemetry_spans_total{result=\"lost\"} 0.0"));
  }

  private static String metrics() throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + pipeline.sinkPort() + "/metrics");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
