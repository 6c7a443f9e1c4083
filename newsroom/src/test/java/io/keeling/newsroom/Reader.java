package io.keeling.newsroom;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** A plain HTTP client that knows where the newsroom's hosts are and follows no redirects. */
final class Reader implements AutoCloseable {

  /** An answer; header names in lower case. */
  @SuppressWarnings("ArrayRecordComponent")
  record Answer(int status, Map<String, String> headers, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private final CloseableHttpClient client;

  Reader(Newsroom newsroom) {
    Map<String, InetAddress> hosts = newsroom.hosts();
    DnsResolver resolver =
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress address = hosts.get(host);
            return address == null ? InetAddress.getAllByName(host) : new InetAddress[] {address};
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        };
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(resolver).build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .setUserAgent("newsroom-test")
            .build();
  }

  /** Asks, with request headers as names and values in turn. */
  Answer get(String url, String... headers) throws IOException {
    HttpGet get = new HttpGet(url);
    for (int i = 0; i < headers.length; i += 2) {
      get.setHeader(headers[i], headers[i + 1]);
    }
    return client.execute(
        get,
        response -> {
          Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
          for (Header header : response.getHeaders()) {
            names.put(header.getName(), header.getValue());
          }
          byte[] body =
              response.getEntity() == null
                  ? new byte[0]
                  : EntityUtils.toByteArray(response.getEntity());
          return new Answer(response.getCode(), names, body);
        });
  }

  /** Reads up to some bytes of the body as they unpack and hangs up; returns how many came. */
  long taste(String url, long most) throws IOException {
    HttpGet get = new HttpGet(url);
    return client.execute(
        get,
        response -> {
          long read = 0;
          byte[] buffer = new byte[8192];
          var in = response.getEntity().getContent();
          int n;
          while (read < most && (n = in.read(buffer)) > 0) {
            read += n;
          }
          get.abort();
          return read;
        });
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
