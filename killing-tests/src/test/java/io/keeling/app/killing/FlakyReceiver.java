package io.keeling.app.killing;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keeling.contract.serde.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/**
 * Somebody who is told by webhook and seldom takes it well: fails, sleeps until the sender has hung
 * up, hangs up itself, or takes a message and says that it did not. Threads may share it.
 */
final class FlakyReceiver implements AutoCloseable {

  /**
   * What was told of an article.
   *
   * @param version the wording that it was told of
   */
  record Told(String search, String article, String kind, String version) {}

  /** Longer than the desk waits for an answer, 10 s. */
  private static final Duration SLEEP = Duration.ofSeconds(12);

  /** So often it is bad to one message at most: what fails eight times is given up. */
  private static final int MOST_FAILURES = 2;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final RandomGenerator random;
  private final Map<String, Set<Told>> messages = new HashMap<>();
  private final Map<String, Integer> failures = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final List<String> changed = new ArrayList<>();
  private boolean calm;
  private int requests;
  private int repeated;

  FlakyReceiver(long seed) throws IOException {
    random = new SplittableRandom(seed);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where it is told. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/told";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String id = exchange.getRequestHeaders().getFirst("webhook-id");
      took(id, Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes()));
      int mood = mood(id);
      if (mood < 10) {
        exchange.sendResponseHeaders(503, -1);
      } else if (mood < 14) {
        Thread.sleep(SLEEP.toMillis());
      } else if (mood >= 18) {
        // From 14 on it hangs up without a word.
        exchange.sendResponseHeaders(204, -1);
        accepted(id);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void took(String id, JsonNode body) {
    Set<Told> told = new HashSet<>();
    String search = body.at("/data/search/name").asText();
    for (JsonNode item : body.at("/data/articles")) {
      told.add(
          new Told(
              search,
              item.get("id").asText(),
              item.get("kind").asText(),
              item.get("version").asText()));
    }
    Set<Told> before = messages.putIfAbsent(id, told);
    requests++;
    if (before != null) {
      repeated++;
      if (!before.equals(told)) {
        changed.add(id);
      }
    }
  }

  /** A number from 0 to 99: below 18 it is bad to the message. */
  private synchronized int mood(String id) {
    int mood = random.nextInt(100);
    return calm || (mood < 18 && failures.merge(id, 1, Integer::sum) > MOST_FAILURES) ? 99 : mood;
  }

  private synchronized void accepted(String id) {
    taken.add(id);
  }

  /** From now on it takes everything. */
  synchronized void calmDown() {
    calm = true;
  }

  /** What was told in each message, by its id. */
  synchronized Map<String, Set<Told>> messages() {
    return Map.copyOf(messages);
  }

  /** Ids of the messages that it said it took. */
  synchronized Set<String> taken() {
    return Set.copyOf(taken);
  }

  /** Ids of messages that said something else when they came again. */
  synchronized List<String> changed() {
    return List.copyOf(changed);
  }

  synchronized String summary() {
    return "%d messages came in %d requests, %d of them again"
        .formatted(messages.size(), requests, repeated);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
