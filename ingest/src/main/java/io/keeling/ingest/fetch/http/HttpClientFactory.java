package io.keeling.ingest.fetch.http;

import io.keeling.ingest.config.FetchConfig;
import java.nio.channels.ClosedSelectorException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes HTTP clients that keep no cookies and do not follow redirects, retry or decode on their
 * own. The factory is not thread-safe; the clients are.
 */
final class HttpClientFactory {

  private static final Logger LOG = LoggerFactory.getLogger(HttpClientFactory.class);

  /** HTTP/2 window of a request, in bytes. A larger one does not make a page arrive faster. */
  private static final int WINDOW = 256 * 1024;

  /**
   * Maximum number of connections to a host. A site gets one request at a time; the second
   * connection is for hosts that serve several sites.
   */
  private static final int CONNECTIONS_PER_HOST = 2;

  /** How long an idle connection is kept: longer than the pause between two requests. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

  /** Threads for all HTTPS connections. They decrypt and never wait, so few are enough. */
  private static final int IO_THREADS = 2;

  /**
   * Maximum number of header fields in a response, against responses that never reach their body.
   * Twice what Apache httpd accepts in a request.
   */
  private static final int MOST_HEADERS = 200;

  /**
   * Longest header field, in bytes; over HTTP/2, all fields together may have four times as many.
   * Twice what Apache httpd accepts in a request.
   */
  private static final int LONGEST_HEADER = 16 * 1024;

  private final FetchConfig limits;
  private final int connections;
  private final DnsResolver resolver;
  private final String userAgent;

  HttpClientFactory(FetchConfig limits, int connections, DnsResolver resolver, String userAgent) {
    this.limits = limits;
    this.connections = connections;
    this.resolver = resolver;
    this.userAgent = userAgent;
  }

  /** Returns a client for http: HTTP/1.1 on the calling thread. */
  CloseableHttpClient plain() {
    var pool =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(resolver)
            .setMaxConnTotal(connections)
            .setMaxConnPerRoute(CONNECTIONS_PER_HOST)
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder().http1Config(http1()).build())
            .setDefaultSocketConfig(
                SocketConfig.custom().setSoTimeout(timeout(limits.answerTimeout())).build())
            .setDefaultConnectionConfig(connection())
            .build();
    return HttpClients.custom()
        .setConnectionManager(pool)
        .setDefaultRequestConfig(request())
        .setUserAgent(userAgent)
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableConnectionState()
        .disableContentCompression()
        .disableCookieManagement()
        .disableRedirectHandling()
        .evictIdleConnections(timeout(KEEP_ALIVE))
        .build();
  }

  /**
   * Returns a client for https: HTTP/2 where the server chooses it (ALPN, RFC 7301), else HTTP/1.1.
   * The body arrives no faster than the calling thread reads it, so that thread's limits on bodies
   * apply here too.
   */
  CloseableHttpClient secure(SSLContext trust) {
    var pool =
        PoolingAsyncClientConnectionManagerBuilder.create()
            .setDnsResolver(resolver)
            .setMaxConnTotal(connections)
            .setMaxConnPerRoute(CONNECTIONS_PER_HOST)
            .setTlsStrategy(new DefaultClientTlsStrategy(trust))
            .setDefaultTlsConfig(
                TlsConfig.custom()
                    .setVersionPolicy(HttpVersionPolicy.NEGOTIATE)
                    .setHandshakeTimeout(timeout(limits.connectTimeout()))
                    .build())
            .setDefaultConnectionConfig(connection())
            .build();
    var client =
        HttpAsyncClients.custom()
            .setConnectionManager(pool)
            .setDefaultRequestConfig(request())
            .setIOReactorConfig(
                IOReactorConfig.custom()
                    .setIoThreadCount(IO_THREADS)
                    .setSoTimeout(timeout(limits.answerTimeout()))
                    .build())
            .setIoReactorExceptionCallback(HttpClientFactory::report)
            .setHttp1Config(http1())
            .setH2Config(http2())
            .setUserAgent(userAgent)
            .disableAuthCaching()
            .disableAutomaticRetries()
            .disableConnectionState()
            .disableContentCompression()
            .disableCookieManagement()
            .disableRedirectHandling()
            .evictIdleConnections(timeout(KEEP_ALIVE))
            .build();
    client.start();
    return HttpAsyncClients.classic(client, timeout(limits.totalTimeout()));
  }

  /**
   * Logs failures outside any exchange, except the one that every session reports when the client
   * is closed.
   */
  private static void report(Exception failure) {
    if (!(failure instanceof ClosedSelectorException)) {
      LOG.warn("HTTPS connections failed: {}", failure.toString());
    }
  }

  private Http1Config http1() {
    return Http1Config.custom()
        .setMaxHeaderCount(MOST_HEADERS)
        .setMaxLineLength(LONGEST_HEADER)
        .build();
  }

  private H2Config http2() {
    return H2Config.custom()
        .setPushEnabled(false)
        .setMaxHeaderListSize(4 * LONGEST_HEADER)
        .setInitialWindowSize(WINDOW)
        .build();
  }

  private ConnectionConfig connection() {
    return ConnectionConfig.custom()
        .setConnectTimeout(timeout(limits.connectTimeout()))
        .setSocketTimeout(timeout(limits.answerTimeout()))
        // Checks a kept connection before use, because the server may have closed it (RFC 9112,
        // section 9.5). The check takes 1 ms.
        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
        .build();
  }

  private RequestConfig request() {
    return RequestConfig.custom()
        .setResponseTimeout(timeout(limits.answerTimeout()))
        .setConnectionKeepAlive(timeout(KEEP_ALIVE))
        .setConnectionRequestTimeout(timeout(limits.totalTimeout()))
        .build();
  }

  private static Timeout timeout(java.time.Duration duration) {
    return Timeout.ofMilliseconds(duration.toMillis());
  }
}
