package io.keeling.newsroom.route;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One request being answered. Used by one thread. Notes when the last part of the answer is about
 * to be written, for the request log.
 */
public final class Visit {

  private final HttpExchange exchange;
  private final String base;
  private int status;
  private long finishedNanos;

  public Visit(HttpExchange exchange, String base) {
    this.exchange = exchange;
    this.base = base;
  }

  /** Scheme, host and port as the client wrote them, such as {@code http://a.localhost:8090}. */
  public String base() {
    return base;
  }

  /** The answer's headers. */
  public Headers headers() {
    return exchange.getResponseHeaders();
  }

  /** A header of the request, or null. */
  public @Nullable String requestHeader(String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  /** The path with its query. */
  public String path() {
    return exchange.getRequestURI().toString();
  }

  /** Answers with a whole body, compressed if that is wanted and the client can. */
  public void send(int answer, @Nullable String contentType, byte[] body, boolean gzip)
      throws IOException {
    if (contentType != null) {
      headers().set("Content-Type", contentType);
    }
    byte[] sent = body;
    String accepted = requestHeader("Accept-Encoding");
    if (gzip && accepted != null && accepted.contains("gzip")) {
      headers().set("Content-Encoding", "gzip");
      headers().set("Vary", "Accept-Encoding");
      sent = compressed(body);
    }
    boolean head = exchange.getRequestMethod().equals("HEAD");
    status = answer;
    if (head && sent.length > 0) {
      headers().set("Content-Length", Integer.toString(sent.length));
    }
    finishedNanos = System.nanoTime();
    exchange.sendResponseHeaders(answer, head || sent.length == 0 ? -1 : sent.length);
    if (!head && sent.length > 0) {
      exchange.getResponseBody().write(sent);
    }
  }

  /** Answers without a body. */
  public void send(int answer) throws IOException {
    send(answer, null, new byte[0], false);
  }

  /** Sends the client elsewhere. */
  public void redirect(int answer, String location) throws IOException {
    headers().set("Location", location);
    send(answer);
  }

  /**
   * Starts a body that is written bit by bit.
   *
   * @param length bytes promised in Content-Length; 0 for a chunked body
   */
  public OutputStream stream(int answer, String contentType, long length) throws IOException {
    headers().set("Content-Type", contentType);
    status = answer;
    exchange.sendResponseHeaders(answer, length);
    return exchange.getResponseBody();
  }

  /** Notes that what follows is the last part of a streamed body. */
  public void lastPart() {
    finishedNanos = System.nanoTime();
  }

  public int status() {
    return status;
  }

  public long finishedNanos() {
    return finishedNanos == 0 ? System.nanoTime() : finishedNanos;
  }

  private static byte[] compressed(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 3);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return bytes.toByteArray();
  }
}
