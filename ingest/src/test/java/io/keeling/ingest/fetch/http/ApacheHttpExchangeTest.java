package io.keeling.ingest.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.ingest.config.FetchConfig;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.PolitenessConfig;
import io.keeling.reader.url.CanonicalUrl;
import io.keeling.runtime.address.AddressRules;
import io.keeling.runtime.address.Network;
import io.keeling.runtime.address.RefusedAddressException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The limits of a request hold over HTTP/2 as over HTTP/1.1, and a server gets what it offers. */
@Timeout(60)
class ApacheHttpExchangeTest {

  private static final int LARGEST = 100_000;
  private static final FetchConfig LIMITS = limits(Duration.ofSeconds(20));

  @TempDir static Path directory;

  private static FetchConfig limits(Duration total) {
    return FetchConfig.defaults().withLimits(Duration.ofSeconds(5), total, 1024 * 1024);
  }

  private static ApacheHttpExchange exchange(SecureServer server, FetchConfig limits) {
    return new ApacheHttpExchange(config(limits), resolver(), server.trust());
  }

  private static IngestConfig config(FetchConfig limits) {
    return IngestConfig.defaults().with(limits);
  }

  private static GuardedResolver resolver() {
    return new GuardedResolver(
        new AddressRules(false, List.of(Network.parse("127.0.0.0/8"))), Map.of());
  }

  private static Answer get(HttpExchange http, SecureServer server, String path)
      throws IOException {
    return http.get(CanonicalUrl.of(server.url(path)).orElseThrow(), "\"v1\"", null, LARGEST);
  }

  @ParameterizedTest
  @EnumSource(names = {"NEGOTIATE", "FORCE_HTTP_1"})
  void aServerIsAskedInTheNewestProtocolItOffers(HttpVersionPolicy offer) throws Exception {
    try (SecureServer server = new SecureServer(directory, offer);
        ApacheHttpExchange http = exchange(server, LIMITS)) {
      Answer page = get(http, server, "/gzip");
      Answer moved = get(http, server, "/moved");
      Answer unchanged = get(http, server, "/unchanged");
      Answer missing = get(http, server, "/missing");

      assertThat(page.status()).isEqualTo(200);
      assertThat(new String(page.body(), StandardCharsets.UTF_8)).isEqualTo("<p>News.</p>");
      assertThat(page.validators().etag()).isEqualTo("\"v1\"");
      assertThat(moved.redirects()).isTrue();
      assertThat(moved.location()).isEqualTo("/gzip");
      assertThat(unchanged.status()).isEqualTo(304);
      assertThat(missing.status()).isEqualTo(404);
      String protocol = offer == HttpVersionPolicy.NEGOTIATE ? "HTTP/2.0" : "HTTP/1.1";
      assertThat(server.asked)
          .hasSize(4)
          .allMatch(asked -> asked.protocol().equals(protocol))
          .allMatch(asked -> asked.userAgent().equals(PolitenessConfig.defaults().userAgent()))
          .noneMatch(SecureServer.Asked::cookie);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NEGOTIATE", "FORCE_HTTP_1"})
  void aFormIsSentAndHubsAreTakenFromTheAnswer(HttpVersionPolicy offer) throws Exception {
    try (SecureServer server = new SecureServer(directory, offer);
        ApacheHttpExchange http = exchange(server, LIMITS)) {
      Answer answer =
          http.post(
              CanonicalUrl.of(server.url("/hub")).orElseThrow(),
              Map.of("hub.topic", "https://news.example/feed?a=b&c"));

      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.location())
          .isEqualTo("hub.topic=https%3A%2F%2Fnews.example%2Ffeed%3Fa%3Db%26c");
      assertThat(answer.link())
          .isEqualTo(
              "<https://hub.example/>; rel=\"hub\", <https://news.example/feed>; rel=\"self\"");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NEGOTIATE", "FORCE_HTTP_1"})
  void bodiesThatAreTooLargeAreCutWhileTheyCome(HttpVersionPolicy offer) throws Exception {
    try (SecureServer server = new SecureServer(directory, offer);
        ApacheHttpExchange http = exchange(server, LIMITS)) {
      assertThatThrownBy(() -> get(http, server, "/endless"))
          .isInstanceOf(BodyTooLargeException.class);
      assertThatThrownBy(() -> get(http, server, "/bomb"))
          .isInstanceOf(BodyTooLargeException.class);
      assertThat(get(http, server, "/gzip").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NEGOTIATE", "FORCE_HTTP_1"})
  void aSlowBodyIsCutWhenItsTimeIsUp(HttpVersionPolicy offer) throws Exception {
    try (SecureServer server = new SecureServer(directory, offer);
        ApacheHttpExchange http = exchange(server, limits(Duration.ofSeconds(2)))) {
      long start = System.nanoTime();
      assertThatThrownBy(() -> get(http, server, "/drip"))
          .isInstanceOf(java.io.InterruptedIOException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
      assertThat(get(http, server, "/gzip").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NEGOTIATE", "FORCE_HTTP_1"})
  void anExchangeCanBeCut(HttpVersionPolicy offer) throws Exception {
    try (SecureServer server = new SecureServer(directory, offer);
        ApacheHttpExchange http = exchange(server, LIMITS)) {
      AtomicReference<Thread> asking = new AtomicReference<>();
      CompletableFuture<Answer> answer =
          CompletableFuture.supplyAsync(
              () -> {
                asking.set(Thread.currentThread());
                try {
                  return get(http, server, "/drip");
                } catch (IOException e) {
                  throw new CompletionException(e);
                }
              });
      server.slowStarted.await();
      long start = System.nanoTime();
      http.cut(asking.get());

      assertThat(answer).failsWithin(Duration.ofSeconds(10));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "NEGOTIATE")
  void whoIsNotTrustedOrNotAllowedIsNotAsked(HttpVersionPolicy offer) throws Exception {
    try (SecureServer server = new SecureServer(directory, offer);
        ApacheHttpExchange strangers =
            new ApacheHttpExchange(config(LIMITS), resolver(), SSLContexts.createDefault());
        ApacheHttpExchange guarded =
            new ApacheHttpExchange(
                config(LIMITS),
                new GuardedResolver(new AddressRules(false, List.of()), Map.of()),
                server.trust())) {
      assertThatThrownBy(() -> get(strangers, server, "/gzip")).isInstanceOf(SSLException.class);
      assertThatThrownBy(() -> get(guarded, server, "/gzip"))
          .isInstanceOf(RefusedAddressException.class);
      assertThat(server.asked).isEmpty();
    }
  }
}
