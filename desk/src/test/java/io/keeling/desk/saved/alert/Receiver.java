package io.keeling.desk.saved.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keeling.contract.serde.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody who is told by HTTP, and answers as a test wants it. Threads may share it. */
public final class Receiver implements AutoCloseable {

  /**
   * A request that came.
   *
   * @param headers by their names in lower case
   */
  public record Request(String path, Map<String, String> headers, byte[] body) {

    public JsonNode json() {
      try {
        return Json.MAPPER.readTree(body);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Ids of the articles it tells of. */
    List<String> articles() {
      List<String> ids = new ArrayList<>();
      json().at("/data/articles").forEach(article -> ids.add(article.get("id").asText()));
      return ids;
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
  private volatile CountDownLatch open = new CountDownLatch(0);

  public Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
    byte[] body = exchange.getRequestBody().readAllBytes();
    requests.add(new Request(exchange.getRequestURI().getPath(), headers, body));
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Integer status = statuses.poll();
    exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
    exchange.sendResponseHeaders(status == null ? 204 : status, -1);
    exchange.close();
  }

  /** The next answers; then all is taken. */
  public void answers(Integer... next) {
    statuses.addAll(List.of(next));
  }

  /** From now on it answers nobody. */
  void sleep() {
    open = new CountDownLatch(1);
  }

  void wake() {
    open.countDown();
  }

  public String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** What came to a path, in order. */
  public List<Request> requests(String path) {
    return requests.stream().filter(request -> request.path().equals(path)).toList();
  }

  @Override
  public void close() {
    wake();
    server.stop(0);
    threads.shutdownNow();
  }
}
