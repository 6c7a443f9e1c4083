package io.keeling.ingest.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.NetworkConfig;
import io.keeling.reader.url.CanonicalUrl;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server may close a connection that it lets one keep (RFC 9112, section 9.5). */
@Timeout(60)
class KeptConnectionTest {

  @Test
  void connectionThatTheServerClosedIsNotAskedAgain() throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        ApacheHttpExchange http = exchange()) {
      CanonicalUrl url =
          CanonicalUrl.of("http://127.0.0.1:" + server.getLocalPort() + "/page").orElseThrow();
      for (int i = 0; i < 3; i++) {
        CompletableFuture<Void> closed =
            CompletableFuture.runAsync(() -> answerOnceAndClose(server), threads);

        assertThat(http.get(url, null, null, 1000).status()).isEqualTo(200);
        closed.join();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static ApacheHttpExchange exchange() {
    return new ApacheHttpExchange(IngestConfig.defaults().with(NetworkConfig.local()));
  }

  private static void answerOnceAndClose(ServerSocket server) {
    try (Socket connection = server.accept()) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
      String line = in.readLine();
      while (line != null && !line.isEmpty()) {
        line = in.readLine();
      }
      connection
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nok"
                  .getBytes(StandardCharsets.US_ASCII));
      connection.getOutputStream().flush();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
