package io.keeling.bench.chain;

import io.keeling.bench.chain.Chain.Waits;
import io.keeling.contract.topic.Topics;
import io.keeling.desk.Desk;
import io.keeling.enrich.Enrich;
import io.keeling.ingest.Ingest;
import io.keeling.sink.Sink;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Measures the whole chain from a record of {@code keeling.pages} to a row, and each stage alone,
 * all in this process with Kafka and PostgreSQL: articles a second at full load, and how long an
 * article is on its way at half of that. Not for sharing between threads.
 */
public final class ChainBenchmark implements AutoCloseable {

  /** What the desk is asked: the list, by words, by facets, their counts, and one article. */
  public static final List<String> QUERIES =
      List.of(
          "/api/articles",
          "/api/articles?q=climate",
          "/api/articles?q=government+minister&sort=relevance",
          "/api/articles?climate=main",
          "/api/facets",
          "/feed.atom",
          "/");

  /** How often each question is asked, to tell the median and the slow answers apart. */
  private static final int ASKED = 40;

  private final Chain chain;
  private final NewsPages pages;
  private final Producer<String, byte[]> producer;
  private int written;

  private ChainBenchmark(Chain chain, NewsPages pages) {
    this.chain = chain;
    this.pages = pages;
    this.producer =
        new KafkaProducer<>(
            chain.connection().clientProperties(),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /**
   * Runs.
   *
   * @param args how many articles at full load, for how many seconds at half load, the folder of
   *     our own news, and any number of {@link Chain.Waits} to try at half load one after the other
   */
  public static void main(String[] args) throws Exception {
    int articles = args.length > 0 ? Integer.parseInt(args[0]) : 5_000;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
    Path news = Path.of(args.length > 2 ? args[2] : "training/corpus/news");
    List<Waits> others = Stream.of(args).skip(3).map(Waits::parse).toList();
    try (Chain chain = Chain.start();
        ChainBenchmark benchmark = new ChainBenchmark(chain, NewsPages.read(news))) {
      double speed = benchmark.together(Waits.usual(), articles, seconds);
      for (Waits waits : others) {
        benchmark.latency(waits, speed, seconds);
      }
      benchmark.stages(articles);
      benchmark.desk();
    }
  }

  private double together(Waits waits, int articles, int seconds) throws Exception {
    try (Running running = Running.start(chain, waits)) {
      fullLoad(articles);
      ProcessorTime processor = chain.processorTime();
      double speed = fullLoad(articles);
      print("the whole chain", speed);
      System.out.print(processor.perArticle(articles));
      halfLoad(speed / 2, seconds);
      return speed;
    }
  }

  private void latency(Waits waits, double speed, int seconds) throws Exception {
    try (Running running = Running.start(chain, waits)) {
      System.out.println(waits);
      fullLoad((int) (speed * 2));
      halfLoad(speed / 2, seconds);
    }
  }

  private double fullLoad(int articles) throws Exception {
    try (Arrivals rows = Arrivals.in(chain.tables())) {
      long start = System.nanoTime();
      write(articles);
      return rows.await(articles).speed(start);
    }
  }

  /** Writes pages as fast as Kafka takes them. */
  private void write(int articles) {
    for (int end = written + articles; written < end; written++) {
      send(pages.record(written));
    }
    producer.flush();
  }

  private void send(ProducerRecord<String, byte[]> page) {
    // A page that is not written does not arrive, and that ends the run.
    var unused = producer.send(page);
  }

  private static void print(String name, double speed) {
    System.out.printf("%s: %.1f articles/s%n", name, speed);
  }

  private void halfLoad(double perSecond, int seconds) throws Exception {
    int articles = (int) (perSecond * seconds);
    Map<String, Long> sent = new HashMap<>();
    try (Arrivals read = Arrivals.in(chain.connection(), Topics.ARTICLES.name());
        Arrivals enriched = Arrivals.in(chain.connection(), Topics.ENRICHED.name());
        Arrivals rows = Arrivals.in(chain.tables())) {
      ProcessorTime processor = chain.processorTime();
      long start = System.nanoTime();
      for (int n = 0; n < articles; n++, written++) {
        var record = pages.record(written);
        long due = start + (long) (n / perSecond * 1e9);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        // From when it was due: waiting for a busy machine counts too.
        sent.put(NewsPages.id(written), due);
        send(record);
      }
      rows.await(articles);
      System.out.print(processor.perArticle(articles));
      System.out.printf("at %.1f articles/s:%n", perSecond);
      print("  from page to row", sent, rows.times());
      print("  of that, from page to keeling.articles", sent, read.times());
      print("  from there to keeling.enriched", read.times(), enriched.times());
      print("  from there to row", enriched.times(), rows.times());
    }
  }

  private static void print(String name, Map<String, Long> from, Map<String, Long> to) {
    List<Double> millis = new ArrayList<>();
    to.forEach(
        (id, time) -> {
          if (from.containsKey(id)) {
            millis.add((time - from.get(id)) / 1e6);
          }
        });
    System.out.println(name + ": " + Quantiles.of(millis));
  }

  /** Measures each stage alone: it gets what the one before it has left, and works through it. */
  private void stages(int articles) throws Exception {
    try (Arrivals read = Arrivals.in(chain.connection(), Topics.ARTICLES.name())) {
      write(articles);
      try (Ingest ingest = chain.ingest(Waits.usual())) {
        alone("reading", read, articles);
      }
    }
    try (Arrivals enriched = Arrivals.in(chain.connection(), Topics.ENRICHED.name());
        Enrich enrich = chain.enrich(Waits.usual())) {
      alone("enrichment", enriched, articles);
    }
    try (Arrivals rows = Arrivals.in(chain.tables());
        Sink sink = chain.sink()) {
      alone("sink", rows, articles);
    }
  }

  /** Measures a stage from when its role is ready. */
  private void alone(String stage, Arrivals arrivals, int articles) throws Exception {
    ProcessorTime processor = chain.processorTime();
    long start = System.nanoTime();
    print(stage + " alone", arrivals.await(articles).speed(start));
    System.out.print(processor.perArticle(articles));
  }

  private void desk() throws Exception {
    try (Desk desk = chain.desk()) {
      HttpClient client = HttpClient.newHttpClient();
      System.out.printf("the desk, one reader, %d articles:%n", written);
      for (String query : QUERIES) {
        URI address = URI.create("http://127.0.0.1:" + desk.port() + query);
        List<Double> millis = new ArrayList<>();
        for (int i = -ASKED / 4; i < ASKED; i++) {
          long start = System.nanoTime();
          HttpResponse<String> answer =
              client.send(
                  HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
          if (answer.statusCode() != 200) {
            throw new IllegalStateException(query + ": " + answer.statusCode());
          }
          if (i >= 0) {
            millis.add((System.nanoTime() - start) / 1e6);
          }
        }
        System.out.println("  " + query + ": " + Quantiles.of(millis));
      }
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
