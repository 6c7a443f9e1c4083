package io.keeling.verifier.workload;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Outlets that are fetched over HTTP: each has a feed that grows, and corrects every third article
 * once its first words have come through. So which versions must come through is known, however
 * often and whenever the pages are fetched: those that were served. Threads may share it. The
 * numbers of outlets and paragraphs were chosen.
 */
public final class NumberedPress implements AutoCloseable {

  /** How many outlets there are. */
  private static final int OUTLETS = 4;

  /** How many paragraphs an article has. */
  private static final int PARAGRAPHS = 4;

  /** One in so many articles is corrected. */
  private static final int CORRECTED = 3;

  /** How many requests are answered at once. */
  private static final int THREADS = 8;

  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(THREADS);
  private final ScheduledExecutorService editor = Executors.newSingleThreadScheduledExecutor();
  private final List<PressOutlet> outlets = new ArrayList<>();
  private final List<ServedArticle> articles = new ArrayList<>();
  private final Prose prose;
  private boolean held;
  private boolean silent;
  private int fetches;

  private NumberedPress(long seed) throws IOException {
    prose = new Prose(new SplittableRandom(~seed));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    int port = server.getAddress().getPort();
    for (int i = 0; i < OUTLETS; i++) {
      String host = "press-" + i + ".localhost";
      outlets.add(
          new PressOutlet(
              "http://" + host + ":" + port, new Outlet("press-" + i, "Press " + i, host)));
    }
  }

  /** Starts to serve; no outlet has an article yet. */
  public static NumberedPress start(long seed) throws IOException {
    NumberedPress press = new NumberedPress(seed);
    press.server.start();
    return press;
  }

  /** What a catalogue must hold to watch it. */
  public List<Source> sources() {
    return outlets.stream()
        .map(
            each ->
                new Source(
                    each.outlet().id(),
                    SourceKind.FEED,
                    each.address() + "/feed.xml",
                    each.outlet().name(),
                    "en",
                    null,
                    Duration.ofSeconds(2)))
        .toList();
  }

  /** Publishes an article so often, until {@link #stop}. */
  public void publishEvery(Duration pause) {
    var unused =
        editor.scheduleWithFixedDelay(this::publish, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Publishes nothing more, or goes on.
   *
   * @param held whether it waits
   */
  public synchronized void hold(boolean held) {
    this.held = held;
  }

  private synchronized void publish() {
    if (held) {
      return;
    }
    int number = articles.size() + 1;
    articles.add(
        new ServedArticle(
            new NumberedArticle(
                number,
                outlets.get(number % OUTLETS),
                LocalDate.now(ZoneOffset.UTC),
                "Press number " + number + ": what the harbour masters agreed on",
                prose.paragraphs(PARAGRAPHS))));
  }

  /** Publishes nothing more, and waits until the last article is listed. */
  public void stop() throws InterruptedException {
    editor.shutdown();
    editor.awaitTermination(1, TimeUnit.MINUTES);
  }

  /** Answers nothing more but that it is busy, so that what was served stays what was served. */
  public synchronized void fallSilent() {
    silent = true;
  }

  /** Takes in an article that came through; is to be told of every one. */
  public synchronized void published(Article article) {
    articles.stream()
        .filter(each -> each.current().url().equals(article.url()))
        .forEach(
            each -> {
              each.published(article.version());
              if (each.current().number() % CORRECTED == 0 && each.served().size() == 1) {
                each.correct(prose.paragraphs(1).get(0));
              }
            });
  }

  /** Articles that were never fetched, and versions that were served and did not come through. */
  public synchronized List<String> missing() {
    return articles.stream().flatMap(each -> each.missing().stream()).toList();
  }

  /** The versions that were served, those of an article in order; without a time of fetching. */
  public synchronized List<List<Article>> served() {
    return articles.stream()
        .map(each -> each.served().stream().map(a -> a.read(Instant.EPOCH)).toList())
        .toList();
  }

  /** How often an article's page was served. */
  public synchronized int fetches() {
    return fetches;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      ServedArticle article = path.startsWith("/news/") ? article(path) : null;
      if (isSilent()) {
        exchange.sendResponseHeaders(503, -1);
      } else if (path.equals("/feed.xml")) {
        send(exchange, "application/rss+xml", feed(exchange.getRequestHeaders().getFirst("Host")));
      } else if (article != null) {
        NumberedArticle state = article.current();
        send(exchange, "text/html; charset=utf-8", state.html());
        served(article, state);
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private static void send(HttpExchange exchange, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private synchronized boolean isSilent() {
    return silent;
  }

  private synchronized @Nullable ServedArticle article(String path) {
    int number = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
    return number >= 1 && number <= articles.size() ? articles.get(number - 1) : null;
  }

  private synchronized void served(ServedArticle article, NumberedArticle state) {
    fetches++;
    article.served(state);
  }

  private synchronized String feed(String host) {
    StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>Press</title>");
    for (ServedArticle article : articles) {
      NumberedArticle state = article.current();
      if (state.press().address().equals("http://" + host)) {
        feed.append(
            "<item><title>%s</title><link>%s</link></item>".formatted(state.title(), state.url()));
      }
    }
    return feed.append("</channel></rss>").toString();
  }

  @Override
  public void close() {
    editor.shutdownNow();
    server.stop(0);
    workers.shutdownNow();
  }
}
