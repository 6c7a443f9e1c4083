package io.keeling.bench.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keeling.contract.serde.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Somebody on this machine who is told by webhook, takes everything at once and remembers it.
 * Threads may share it.
 */
final class AlertReceiver implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Long> told = new HashMap<>();
  private final Map<String, Set<String>> messages = new HashMap<>();
  private final Set<String> changed = new HashSet<>();
  private int requests;

  AlertReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** What an alert is called here: kind is {@code new} or {@code corrected}. */
  static String alert(String search, String article, String kind) {
    return search + " " + article + " " + kind;
  }

  /** Where a search is told. */
  String address(String search) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + search;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode body = Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
      String search = body.at("/data/search/id").asText();
      Set<String> alerts = new HashSet<>();
      for (JsonNode item : body.at("/data/articles")) {
        alerts.add(alert(search, item.get("id").asText(), item.get("kind").asText()));
      }
      took(exchange.getRequestHeaders().getFirst("webhook-id"), alerts);
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private synchronized void took(String id, Set<String> alerts) {
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    alerts.forEach(alert -> told.putIfAbsent(alert, now));
    Set<String> before = messages.putIfAbsent(id, alerts);
    if (before != null && !before.equals(alerts)) {
      changed.add(id);
    }
    requests++;
  }

  /** When each alert came first, in microseconds since 1970. */
  synchronized Map<String, Long> told() {
    return Map.copyOf(told);
  }

  /** How many alerts came. */
  synchronized int count() {
    return told.size();
  }

  /** What each message told, by its id, which is the same when it comes again. */
  synchronized Map<String, Set<String>> messages() {
    return Map.copyOf(messages);
  }

  /** Ids of messages that told something else when they came again. */
  synchronized Set<String> changed() {
    return Set.copyOf(changed);
  }

  /** How many requests came; with those of messages that had come before. */
  synchronized int requests() {
    return requests;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
