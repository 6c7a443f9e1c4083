package io.keeling.ingest.fetch.http;

import io.keeling.ingest.FetchConfig;
import io.keeling.ingest.fetch.Validators;
import io.keeling.ingest.fetch.address.GuardedResolver;
import io.keeling.ingest.url.CanonicalUrl;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Asks with Apache HttpClient, which keeps no cookies, follows no redirects, repeats nothing and
 * decodes nothing on its own here. Threads may share it.
 */
public final class ApacheHttpExchange implements HttpExchange {

  private static final Http1Config HEADER_LIMITS =
      Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(16 * 1024).build();
  private static final String ACCEPTED_TYPES =
      "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,"
          + "application/feed+json,application/xml;q=0.9,*/*;q=0.5";

  /** Bytes of an error page read so that its connection can serve again. */
  private static final int DRAINED = 16 * 1024;

  private static final byte[] NOTHING = new byte[0];

  private final CloseableHttpClient client;
  private final FetchConfig limits;
  private final ScheduledThreadPoolExecutor watchdog;
  private final ConcurrentMap<Thread, HttpGet> underWay = new ConcurrentHashMap<>();

  public ApacheHttpExchange(FetchConfig limits, GuardedResolver resolver, String userAgent) {
    this.limits = limits;
    Timeout answer = timeout(limits.answerTimeout());
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(resolver)
            .setMaxConnTotal(limits.threads())
            .setMaxConnPerRoute(2)
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder().http1Config(HEADER_LIMITS).build())
            .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(answer).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(timeout(limits.connectTimeout()))
                    .setSocketTimeout(answer)
                    .build())
            .build();
    this.client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(answer)
                    .setConnectionRequestTimeout(timeout(limits.totalTimeout()))
                    .build())
            .setUserAgent(userAgent)
            .disableAuthCaching()
            .disableAutomaticRetries()
            .disableConnectionState()
            .disableContentCompression()
            .disableCookieManagement()
            .disableRedirectHandling()
            .evictIdleConnections(TimeValue.ofSeconds(30))
            .build();
    this.watchdog =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "keeling-fetch-watchdog");
              thread.setDaemon(true);
              return thread;
            });
    watchdog.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Answer get(
      CanonicalUrl url, @Nullable String etag, @Nullable String lastModified, int largestBody)
      throws IOException {
    HttpGet request = new HttpGet(url.text());
    request.setHeader("Accept", ACCEPTED_TYPES);
    request.setHeader("Accept-Encoding", ContentDecoding.ACCEPTED);
    if (etag != null) {
      request.setHeader("If-None-Match", etag);
    }
    if (lastModified != null) {
      request.setHeader("If-Modified-Since", lastModified);
    }
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> alarm =
        watchdog.schedule(
            () -> {
              late.set(true);
              request.cancel();
            },
            limits.totalTimeout().toMillis(),
            TimeUnit.MILLISECONDS);
    underWay.put(Thread.currentThread(), request);
    try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
      try {
        byte[] body = body(request, response, largestBody);
        return answer(response, body);
      } catch (IOException e) {
        // Closing a stream reads it to its end; an endless one must be cut first.
        request.cancel();
        throw e;
      }
    } catch (IOException e) {
      if (late.get()) {
        throw new SocketTimeoutException("no whole answer within " + limits.totalTimeout());
      }
      throw e;
    } finally {
      underWay.remove(Thread.currentThread());
      alarm.cancel(false);
    }
  }

  @Override
  public void cut(Thread asking) {
    HttpGet request = underWay.get(asking);
    if (request != null) {
      request.cancel();
    }
  }

  private byte[] body(HttpGet request, ClassicHttpResponse response, int largestBody)
      throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return NOTHING;
    }
    if (response.getCode() < 200 || response.getCode() >= 300) {
      if (entity.getContent().readNBytes(DRAINED).length == DRAINED) {
        request.cancel();
      }
      return NOTHING;
    }
    if (entity.getContentLength() > limits.largestTransfer()) {
      throw new BodyTooLargeException("body of " + entity.getContentLength() + " bytes");
    }
    List<String> codings =
        Arrays.stream(response.getHeaders("Content-Encoding")).map(Header::getValue).toList();
    return ContentDecoding.read(
        entity.getContent(), codings, limits.largestTransfer(), largestBody);
  }

  private static Answer answer(HttpResponse response, byte[] body) {
    return new Answer(
        response.getCode(),
        value(response, "Location"),
        HttpDates.retryAfter(value(response, "Retry-After"), Instant.now()).orElse(null),
        value(response, "Content-Type"),
        new Validators(
            value(response, "ETag"),
            value(response, "Last-Modified"),
            HttpDates.maxAge(
                value(response, "Cache-Control"),
                value(response, "Expires"),
                value(response, "Date"))),
        body);
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
    client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
  }

  private static @Nullable String value(HttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  private static Timeout timeout(java.time.Duration duration) {
    return Timeout.ofMilliseconds(duration.toMillis());
  }
}
