package io.keeling.bench.memory;

import io.keeling.bench.chain.ChainBenchmark;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks the desk, five times a second, and for all articles every five minutes. Threads share it.
 * The times were chosen.
 */
final class DeskReader implements AutoCloseable {

  /** How long after one question the next comes, in milliseconds. */
  private static final long PAUSE_MILLIS = 200;

  /** How long after one export the next comes, in milliseconds. */
  private static final long EXPORT_MILLIS = 300_000;

  /** How long an answer may take, an export's included. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(5);

  private final URI desk;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicInteger exports = new AtomicInteger();
  private int turn;

  private DeskReader(URI desk) {
    this.desk = desk;
  }

  /** Starts to ask; as long as the desk does not answer, there are no answers. */
  static DeskReader start(URI desk) {
    DeskReader reader = new DeskReader(desk);
    reader.every(
        PAUSE_MILLIS,
        () ->
            reader.ask(
                ChainBenchmark.QUERIES.get(reader.turn++ % ChainBenchmark.QUERIES.size()),
                reader.answers));
    reader.every(EXPORT_MILLIS, () -> reader.ask("/api/export.jsonl", reader.exports));
    return reader;
  }

  private void every(long millis, Runnable asking) {
    var unused = clock.scheduleWithFixedDelay(asking, millis, millis, TimeUnit.MILLISECONDS);
  }

  private void ask(String path, AtomicInteger counter) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(desk.resolve(path)).timeout(ANSWER_TIMEOUT).build();
      if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
        counter.incrementAndGet();
      }
    } catch (IOException e) {
      // It is not up yet.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Questions that were answered with 200. */
  int answers() {
    return answers.get();
  }

  int exports() {
    return exports.get();
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
