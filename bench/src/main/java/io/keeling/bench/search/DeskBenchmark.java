package io.keeling.bench.search;

import io.keeling.bench.chain.Chain;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Name;
import io.keeling.contract.enriched.NameType;
import io.keeling.contract.serde.Json;
import io.keeling.desk.Desk;
import io.keeling.sink.Sink;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The desk over HTTP with any number of articles that are made, Kafka, PostgreSQL, sink and desk in
 * one process: how long it takes until all are found, then the median and 95th percentile of five
 * hundred varied questions of each kind, once at rest and once while fifty articles a second
 * arrive, and how long after its row a new article is found. Not for sharing between threads.
 */
public final class DeskBenchmark {

  /** Of each kind, so that most of the compilers' work is over when it is measured. */
  private static final int WARM_UP = 250;

  private static final int QUESTIONS = 500;
  private static final int ARRIVALS_PER_SECOND = 50;
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final String FOUND = "found after its row";
  private static final String[] COMMON =
      ("climate energy water government power emissions people country coast council "
              + "report minister years city plan")
          .split(" ");
  private static final String[] NEXT = {"change", "dioxide", "level", "zero", "pumps", "farm"};

  private final Chain chain;
  private final MadeArchive archive;
  private final URI desk;
  private final String kind;
  private final EnrichedWriter writer;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Random random = new Random(1);
  private final AtomicInteger sent = new AtomicInteger();
  private int largest;

  private DeskBenchmark(Chain chain, MadeArchive archive, URI desk, String kind) {
    this.chain = chain;
    this.archive = archive;
    this.desk = desk;
    this.kind = kind;
    this.writer = new EnrichedWriter(chain.connection());
  }

  /**
   * Measures.
   *
   * @param arguments how many articles, the folder of our own news, where what was filled is kept
   *     for a later run, if it is, and how the one kind of question begins that is asked, if not
   *     all
   */
  public static void main(String[] arguments) throws Exception {
    int articles = Integer.parseInt(arguments[0]);
    try (Chain chain =
            arguments.length > 2 ? Chain.startKept(Path.of(arguments[2])) : Chain.start();
        Sink unused = chain.sink();
        Desk running = chain.desk()) {
      DeskBenchmark benchmark =
          new DeskBenchmark(
              chain,
              new MadeArchive(Path.of(arguments[1])),
              URI.create("http://127.0.0.1:" + running.port()),
              arguments.length > 3 ? arguments[3] : "");
      while (!running.problems().isEmpty()) {
        Thread.sleep(1_000);
      }
      benchmark.fill(articles);
      System.out.println("at rest");
      benchmark.ask(articles);
      if (FOUND.startsWith(benchmark.kind)) {
        benchmark.askWhileArticlesArrive(articles);
      }
      benchmark.writer.close();
    }
  }

  private void fill(int articles) throws Exception {
    long start = System.nanoTime();
    sent.set(total(""));
    int before = sent.get();
    while (sent.get() < articles) {
      writer.send(archive.article(sent.getAndIncrement()));
    }
    writer.flush();
    while (total("") < articles) {
      Thread.sleep(1_000);
    }
    System.out.printf(
        "%,d articles from the topic into tables and index in %d s%n",
        articles - before, (System.nanoTime() - start) / 1_000_000_000);
  }

  private void ask(int articles) throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      ids.add(archive.article(random.nextInt(articles)).article().id());
    }
    measure("front page", () -> "/?limit=" + (10 + random.nextInt(20)));
    measure("common word, best first", () -> "/?q=" + any(COMMON) + dates());
    measure("phrase", () -> "/?q=" + encoded('"' + any(COMMON) + " " + any(NEXT) + '"') + dates());
    measure(
        "word with topic and country",
        () ->
            "/?q="
                + any(COMMON)
                + "&topic=topic-"
                + random.nextInt(40)
                + "&country="
                + any(Locale.getISOCountries()));
    measure(
        "name with dates",
        () -> "/?name=" + encoded(MadeArchive.person(random.nextInt(500))) + dates());
    String fiftieth = fiftieth();
    measure("page 50 of a common word", () -> fiftieth + "&limit=" + (10 + random.nextInt(20)));
    measure(
        "completion",
        () ->
            "/api/completions?begins="
                + encoded(MadeArchive.person(random.nextInt(5_000)).substring(0, 3)));
    measure("article", () -> "/articles/" + ids.get(random.nextInt(QUESTIONS)));
    measure(
        "page of a name",
        () -> "/names/" + encoded(MadeArchive.person(random.nextInt(500))).replace("+", "%20"));
    System.out.printf("largest page: %,d bytes%n", largest);
  }

  /** Where the fiftieth page of twenty begins; a cursor holds for any length of a page. */
  private String fiftieth() throws Exception {
    String address = "/api/articles?stories=once&q=" + COMMON[0];
    String cursor = "";
    for (int i = 0; i < 5; i++) {
      String next =
          Json.MAPPER.readTree(get(address + "&limit=196" + cursor)).path("next").asText();
      cursor = next.isEmpty() ? cursor : "&cursor=" + encoded(next);
    }
    return address + cursor;
  }

  private void askWhileArticlesArrive(int articles) throws Exception {
    ScheduledExecutorService arrivals = Executors.newSingleThreadScheduledExecutor();
    var unused =
        arrivals.scheduleAtFixedRate(
            () -> writer.send(archive.article(sent.getAndIncrement())),
            0,
            TimeUnit.SECONDS.toMicros(1) / ARRIVALS_PER_SECOND,
            TimeUnit.MICROSECONDS);
    try {
      System.out.println("while " + ARRIVALS_PER_SECOND + " articles a second arrive");
      ask(articles);
      List<Double> millis = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        // An article of an earlier run that has the name would be found at once.
        millis.add(foundAfterItsRow("Arrival Number" + i + " of " + System.nanoTime()));
      }
      Latency.print(FOUND, millis);
    } finally {
      arrivals.shutdownNow();
    }
  }

  /** How long after its row an article is found that alone has a name, in milliseconds. */
  private double foundAfterItsRow(String name) throws Exception {
    EnrichedArticle like = archive.article(sent.getAndIncrement());
    Name only = new Name(name, name, NameType.PERSON, List.of(), 0.1, null, null, null, null);
    writer.send(
        new EnrichedArticle(
            like.article(),
            like.revision(),
            List.of(only),
            like.countries(),
            like.climate(),
            like.topics(),
            null,
            like.enrichment()));
    String id = like.article().id();
    while (!stored(id)) {
      Thread.sleep(LOOK.toMillis());
    }
    long start = System.nanoTime();
    while (total("&name=" + encoded(name)) == 0) {
      Thread.sleep(LOOK.toMillis());
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private boolean stored(String id) throws SQLException {
    try (Connection connection = chain.tables().getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT 1 FROM article WHERE id = ?")) {
      statement.setString(1, id);
      return statement.executeQuery().next();
    }
  }

  private int total(String query) throws IOException, InterruptedException {
    return Json.MAPPER.readTree(get("/api/articles?limit=1" + query)).path("total").asInt();
  }

  private void measure(String what, Supplier<String> address) throws Exception {
    if (!what.startsWith(kind)) {
      return;
    }
    for (int i = 0; i < WARM_UP; i++) {
      get(address.get());
    }
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      String asked = address.get();
      long start = System.nanoTime();
      largest = Math.max(largest, get(asked).length());
      millis.add((System.nanoTime() - start) / 1e6);
    }
    Latency.print(what, millis);
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(desk + path)).build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 400 && !path.startsWith("/api/articles?limit=1")) {
      throw new IllegalStateException(answer.statusCode() + " for " + path);
    }
    return answer.statusCode() < 400 ? answer.body() : "{}";
  }

  /** So that no two questions are the same, and the desk remembers none. */
  private String dates() {
    return "&from="
        + MadeArchive.NEWEST
            .minus(Duration.ofDays(700 + random.nextInt(390)))
            .minusSeconds(random.nextInt(86_400));
  }

  private String any(String[] of) {
    return of[random.nextInt(of.length)];
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
