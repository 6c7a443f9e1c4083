package io.keeling.ingest.fetch.http;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.nio.AsyncRequestConsumer;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler;
import org.apache.hc.core5.http.nio.entity.DiscardingEntityConsumer;
import org.apache.hc.core5.http.nio.support.AsyncResponseBuilder;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.nio.support.classic.AbstractClassicServerExchangeHandler;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2ServerBootstrap;
import org.apache.hc.core5.http2.ssl.H2ServerTlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;

/** A TLS server on loopback with a certificate of its own, for good and bad answers. */
final class SecureServer implements AutoCloseable {

  private static final char[] PASSWORD = "password".toCharArray();

  /** What was asked: protocol, path and the headers. */
  record Asked(String protocol, String path, String userAgent, boolean cookie) {}

  final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
  final CountDownLatch slowStarted = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpAsyncServer server;
  private final SSLContext trust;
  private final int port;

  SecureServer(Path directory, HttpVersionPolicy policy) throws Exception {
    KeyStore keys = keys(directory);
    trust = SSLContexts.custom().loadTrustMaterial(keys, null).build();
    server =
        H2ServerBootstrap.bootstrap()
            .setVersionPolicy(policy)
            .setTlsStrategy(
                new H2ServerTlsStrategy(
                    SSLContexts.custom().loadKeyMaterial(keys, PASSWORD).build()))
            .setCanonicalHostName("secure.localhost")
            .register("*", Handler::new)
            .register("/moved", new Bodiless())
            .register("/unchanged", new Bodiless())
            .register("/missing", new Bodiless())
            .create();
    server.start();
    port =
        ((InetSocketAddress)
                server
                    .listen(new InetSocketAddress("127.0.0.1", 0), URIScheme.HTTPS)
                    .get(10, TimeUnit.SECONDS)
                    .getAddress())
            .getPort();
  }

  /** The JDK has no public way to make a certificate but its tool. */
  private static KeyStore keys(Path directory) throws Exception {
    Path file = directory.resolve("keys.p12");
    if (!Files.exists(file)) {
      Process tool =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                      "-genkeypair",
                      "-keystore",
                      file.toString(),
                      "-storetype",
                      "PKCS12",
                      "-storepass",
                      new String(PASSWORD),
                      "-alias",
                      "server",
                      "-keyalg",
                      "EC",
                      "-dname",
                      "CN=secure.localhost",
                      "-ext",
                      "SAN=dns:secure.localhost"))
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("keytool.log").toFile())
              .start();
      if (!tool.waitFor(30, TimeUnit.SECONDS) || tool.exitValue() != 0) {
        throw new IllegalStateException(Files.readString(directory.resolve("keytool.log")));
      }
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  SSLContext trust() {
    return trust;
  }

  String url(String path) {
    return "https://secure.localhost:" + port + path;
  }

  private void note(HttpRequest request, HttpContext context) {
    Header agent = request.getFirstHeader("User-Agent");
    asked.add(
        new Asked(
            context.getProtocolVersion().format(),
            request.getPath(),
            agent == null ? "" : agent.getValue(),
            request.containsHeader("Cookie")));
  }

  /** Answers without a body. */
  private final class Bodiless implements AsyncServerRequestHandler<Message<HttpRequest, Void>> {
    @Override
    public AsyncRequestConsumer<Message<HttpRequest, Void>> prepare(
        HttpRequest request, EntityDetails entity, HttpContext context) {
      return new BasicRequestConsumer<>(new DiscardingEntityConsumer<>());
    }

    @Override
    public void handle(
        Message<HttpRequest, Void> message, ResponseTrigger trigger, HttpContext context)
        throws HttpException, java.io.IOException {
      note(message.getHead(), context);
      boolean known = message.getHead().containsHeader("If-None-Match");
      AsyncResponseBuilder answer =
          switch (message.getHead().getPath()) {
            case "/moved" -> AsyncResponseBuilder.create(301).setHeader("Location", "/gzip");
            case "/unchanged" -> AsyncResponseBuilder.create(known ? 304 : 200);
            default -> AsyncResponseBuilder.create(404);
          };
      trigger.submitResponse(answer.build(), context);
    }
  }

  private final class Handler extends AbstractClassicServerExchangeHandler {

    Handler() {
      super(64 * 1024, threads);
    }

    @Override
    protected void handle(
        HttpRequest request,
        InputStream body,
        HttpResponse response,
        OutputStream out,
        HttpContext context)
        throws java.io.IOException {
      note(request, context);
      response.setCode(200);
      response.setHeader("Content-Type", ContentType.TEXT_HTML.toString());
      response.setHeader("Set-Cookie", "a=b");
      switch (request.getPath()) {
        case "/bomb" -> {
          response.setHeader("Content-Encoding", "gzip");
          try (OutputStream gzip = new GZIPOutputStream(out)) {
            byte[] zeros = new byte[64 * 1024];
            for (int i = 0; i < 1024; i++) {
              gzip.write(zeros);
            }
          }
        }
        case "/endless" -> {
          byte[] words = "word ".repeat(2000).getBytes(StandardCharsets.UTF_8);
          for (int i = 0; i < 100_000; i++) {
            out.write(words);
          }
        }
        case "/drip" -> drip(out);
        case "/gzip" -> {
          response.setHeader("Content-Encoding", "gzip");
          response.setHeader("ETag", "\"v1\"");
          try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write("<p>News.</p>".getBytes(StandardCharsets.UTF_8));
          }
        }
        case "/hub" -> {
          // Says the form back in a header.
          response.setCode(202);
          response.setHeader("Location", new String(body.readAllBytes(), StandardCharsets.UTF_8));
          response.addHeader("Link", "<https://hub.example/>; rel=\"hub\"");
          response.addHeader("Link", "<https://news.example/feed>; rel=\"self\"");
          out.close();
        }
        default -> throw new java.io.IOException("no such page");
      }
    }

    /** A byte now and then, never silent for long and never at an end. */
    private void drip(OutputStream out) throws java.io.IOException {
      try {
        for (int i = 0; i < 2000; i++) {
          out.write('x');
          out.flush();
          slowStarted.countDown();
          TimeUnit.MILLISECONDS.sleep(50);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    server.close(CloseMode.IMMEDIATE);
    threads.shutdownNow();
  }
}
