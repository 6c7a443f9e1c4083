package io.keeling.desk.saved.alert;

import io.keeling.desk.config.AlertsConfig;
import io.keeling.desk.saved.alert.Sender.Sent;
import io.keeling.runtime.address.GuardedNames;
import io.keeling.runtime.address.RefusedAddressException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.classic.RequestFailedException;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts JSON to addresses given by users, with the same protection as fetches: no private
 * addresses, no redirects, and only the status of the answer is read. Threads may share it.
 */
final class HttpPosts implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpPosts.class);

  private static final Timeout CONNECT = Timeout.ofSeconds(5);
  private static final Timeout SILENCE = Timeout.ofSeconds(10);

  /** Timeout of an attempt; Standard Webhooks recommends 15 to 30 s. */
  private static final Duration WHOLE = Duration.ofSeconds(15);

  /** Status of a receiver that is gone for good (Standard Webhooks). */
  private static final int GONE = 410;

  private final CloseableHttpClient client;
  private final ScheduledThreadPoolExecutor watchdog;

  HttpPosts(AlertsConfig config) {
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(resolver(config.names()))
                    .setMaxConnTotal(Dispatcher.SLOTS + Alerts.TESTS)
                    .setMaxConnPerRoute(Dispatcher.SLOTS + Alerts.TESTS)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(CONNECT)
                            .setSocketTimeout(SILENCE)
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(CONNECT)
                    .setResponseTimeout(SILENCE)
                    .build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .setUserAgent("Keeling")
            .build();
    this.watchdog =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "keeling-desk-alert-watchdog");
              thread.setDaemon(true);
              return thread;
            });
    watchdog.setRemoveOnCancelPolicy(true);
  }

  private static DnsResolver resolver(GuardedNames names) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        return names.resolve(host);
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }

  /** Posts a body, and returns the result. */
  Sent post(String address, byte[] body, Map<String, String> headers) {
    HttpPost request = new HttpPost(address);
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    ScheduledFuture<?> alarm =
        watchdog.schedule(request::cancel, WHOLE.toMillis(), TimeUnit.MILLISECONDS);
    try {
      ClassicHttpResponse response = client.executeOpen(null, request, null);
      int status = response.getCode();
      end(request, response);
      return sent(status);
    } catch (RefusedAddressException e) {
      return Sent.refused(null, "the address leads to a network to which this desk may not send");
    } catch (IOException e) {
      return Sent.failed(null, problem(e));
    } finally {
      alarm.cancel(false);
    }
  }

  /** Describes a failure without its own message, which may contain the address. */
  private static String problem(IOException failure) {
    if (failure instanceof UnknownHostException) {
      return "there is no such host";
    }
    if (failure instanceof SocketTimeoutException || failure instanceof RequestFailedException) {
      return "no answer in time";
    }
    if (failure instanceof ConnectException) {
      return "no connection: nobody listens there";
    }
    return failure instanceof SSLException
        ? "no trusted connection: TLS failed"
        : "no answer: " + failure.getClass().getSimpleName();
  }

  /** Ends the exchange without reading the body, which is not needed and may be endless. */
  private static void end(HttpPost request, ClassicHttpResponse response) {
    request.cancel();
    try {
      response.close();
    } catch (IOException e) {
      LOG.debug("an answer could not be closed", e);
    }
  }

  private static Sent sent(int status) {
    if (status >= 200 && status < 300) {
      return Sent.taken(status);
    }
    return status == GONE
        ? Sent.gone(status)
        : Sent.failed(status, "the receiver answered with status " + status);
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}
