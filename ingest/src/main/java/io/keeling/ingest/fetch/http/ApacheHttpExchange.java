package io.keeling.ingest.fetch.http;

import io.keeling.ingest.config.FetchConfig;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.reader.url.CanonicalUrl;
import io.keeling.runtime.thread.Threads;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.http.nio.support.classic.TransportException;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests with Apache HttpClient: http over HTTP/1.1, https over HTTP/2 where the server
 * offers it. Thread-safe.
 */
public final class ApacheHttpExchange implements HttpExchange {

  private static final String HTTPS = "https";
  private static final String ACCEPTED_TYPES =
      "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,"
          + "application/feed+json,application/xml;q=0.9,*/*;q=0.5";

  /**
   * Number of bytes of an error page that are read so that its connection can be reused. Most error
   * pages are shorter; for longer ones the request is cut.
   */
  private static final int DRAINED = 16 * 1024;

  /**
   * Longest {@code Link} header that is kept, in characters, because it travels with the page
   * through Kafka. A header that names a hub and a feed has a few hundred.
   */
  private static final int LONGEST_LINK = 4096;

  private static final Pattern HUB =
      Pattern.compile("(?i)(?<!\\w)rel\\s*+=\\s*+\"?[^\",;=]*(?<!\\w)hub(?!\\w)");

  private static final byte[] NOTHING = new byte[0];

  private final CloseableHttpClient plain;
  private final CloseableHttpClient secure;
  private final DnsResolver resolver;
  private final FetchConfig limits;
  private final ScheduledThreadPoolExecutor watchdog;
  private final ConcurrentMap<Thread, HttpUriRequestBase> underWay = new ConcurrentHashMap<>();

  public ApacheHttpExchange(IngestConfig config) {
    this(config, GuardedResolver.of(config.network()), SSLContexts.createDefault());
  }

  /**
   * @param trust determines the trusted certificates
   */
  ApacheHttpExchange(IngestConfig config, DnsResolver resolver, SSLContext trust) {
    this.limits = config.fetch();
    this.resolver = resolver;
    HttpClientFactory clients =
        new HttpClientFactory(
            limits, config.workers().most(), resolver, config.politeness().userAgent());
    this.plain = clients.plain();
    this.secure = clients.secure(trust);
    this.watchdog =
        new ScheduledThreadPoolExecutor(1, task -> Threads.daemon("keeling-fetch-watchdog", task));
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
    return send(url, request, largestBody);
  }

  @Override
  public Answer post(CanonicalUrl url, Map<String, String> form) throws IOException {
    HttpPost request = new HttpPost(url.text());
    List<NameValuePair> pairs = new ArrayList<>();
    form.forEach((name, value) -> pairs.add(new BasicNameValuePair(name, value)));
    request.setEntity(new UrlEncodedFormEntity(pairs, StandardCharsets.UTF_8));
    return send(url, request, DRAINED);
  }

  private Answer send(CanonicalUrl url, HttpUriRequestBase request, int largestBody)
      throws IOException {
    boolean https = url.text().startsWith(HTTPS + ":");
    if (https) {
      // The HTTPS client shares a few threads among all hosts. The name is resolved here, so that a
      // slow name server blocks only this thread; the client then finds the address in the cache.
      resolver.resolve(url.host());
    }
    Thread asking = Thread.currentThread();
    underWay.put(asking, request);
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> alarm =
        watchdog.schedule(
            () -> {
              late.set(true);
              cut(asking);
            },
            limits.totalTimeout().toMillis(),
            TimeUnit.MILLISECONDS);
    try (ClassicHttpResponse response = (https ? secure : plain).executeOpen(null, request, null)) {
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
      // The HTTPS client wraps failures of its own threads.
      throw e instanceof TransportException && e.getCause() instanceof IOException cause
          ? cause
          : e;
    } finally {
      alarm.cancel(false);
      underWay.remove(asking);
      // Clears the interrupt of a late cut, so that it does not affect what the thread does next.
      Thread.interrupted();
    }
  }

  @Override
  public void cut(Thread asking) {
    underWay.computeIfPresent(
        asking,
        (thread, request) -> {
          request.cancel();
          if (HTTPS.equals(request.getScheme())) {
            // A thread that waits for a response's first line does not notice the cancellation, so
            // it is interrupted.
            thread.interrupt();
          }
          return request;
        });
  }

  private byte[] body(HttpUriRequestBase request, ClassicHttpResponse response, int largestBody)
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
    if (entity.getContentLength() > limits.largestBody()) {
      throw new BodyTooLargeException("body of " + entity.getContentLength() + " bytes");
    }
    List<String> codings =
        Arrays.stream(response.getHeaders("Content-Encoding")).map(Header::getValue).toList();
    return ContentDecoding.read(entity.getContent(), codings, limits.largestBody(), largestBody);
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
                values(response, "Cache-Control"),
                value(response, "Expires"),
                value(response, "Date"),
                value(response, "Age"),
                Instant.now())),
        hubLink(response),
        body);
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
    plain.close(CloseMode.IMMEDIATE);
    secure.close(CloseMode.IMMEDIATE);
  }

  private static @Nullable String value(HttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  private static @Nullable String hubLink(HttpResponse response) {
    String link =
        Arrays.stream(response.getHeaders("Link"))
            .map(Header::getValue)
            .collect(Collectors.joining(", "));
    return link.length() <= LONGEST_LINK && HUB.matcher(link).find() ? link : null;
  }

  /** Returns all values of a list header, which may be several fields (RFC 9110, section 5.3). */
  private static @Nullable String values(HttpResponse response, String name) {
    Header[] headers = response.getHeaders(name);
    return headers.length == 0
        ? null
        : Arrays.stream(headers).map(Header::getValue).collect(Collectors.joining(", "));
  }
}
