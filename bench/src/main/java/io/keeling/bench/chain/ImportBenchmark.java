package io.keeling.bench.chain;

import io.keeling.bench.chain.Chain.Waits;
import io.keeling.contract.topic.Topics;
import io.keeling.enrich.config.EnrichConfig;
import io.keeling.ingest.backfill.Backlog;
import io.keeling.ingest.config.BackfillConfig;
import io.keeling.ingest.imports.ImportListener;
import io.keeling.ingest.imports.ImportReport;
import io.keeling.ingest.imports.PageImport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Imports files of pages through the whole chain in this process, with Kafka and PostgreSQL: pages
 * a second, what of the processor each stage takes for a page, how long the import waited for
 * which, and how many bytes of an article lie where. Not for sharing between threads.
 */
public final class ImportBenchmark {

  /**
   * Time without a new row after which all rows are there, in nanoseconds: longer than one round of
   * a thread with a backlog takes on a busy machine.
   */
  private static final long REST = 20_000_000_000L;

  /** How long the first row may take, in nanoseconds: models load, and the JVM is cold. */
  private static final long FIRST = 60_000_000_000L;

  /** How long after each look at the rows the next one comes, in milliseconds. */
  private static final long PAUSE = 50;

  private ImportBenchmark() {}

  /** Counts looks that found no room, by stage; each is 100 ms of waiting. */
  private static final class Waited implements ImportListener {

    private final Map<String, Integer> looks = new HashMap<>();

    @Override
    public void waiting(Backlog.Stage stage, long unread) {
      looks.merge(stage.topic(), 1, Integer::sum);
    }
  }

  /**
   * Runs.
   *
   * @param args files and folders of pages, which are one import, in a JVM that is cold, as a
   *     newcomer's is
   */
  public static void main(String[] args) throws Exception {
    List<Path> inputs = Stream.of(args).map(Path::of).toList();
    try (Chain chain = Chain.start();
        Running running = Running.start(chain, Waits.usual())) {
      run(chain, inputs);
      print("bytes of an article, " + count(chain) + " articles", chain);
      if (!running.ingest().alive()) {
        throw new IllegalStateException("ingest ended");
      }
    }
  }

  private static void run(Chain chain, List<Path> inputs) throws Exception {
    long before = count(chain);
    Waited waited = new Waited();
    ProcessorTime processor = chain.processorTime();
    long begun = System.nanoTime();
    ImportReport report =
        new PageImport(
                chain.connection(),
                PageImport.DEFAULT_SOURCE,
                List.of(
                    Backlog.READER,
                    new Backlog.Stage(EnrichConfig.APPLICATION_ID, Topics.ARTICLES.name(), false)),
                BackfillConfig.defaults(),
                waited)
            .run(inputs, true);
    long sent = System.nanoTime();
    Rows rows = awaitRest(chain, sent, before);
    long last = rows.last;
    long pages = report.pages();
    double seconds = (last - begun) / 1e9;
    System.out.printf(
        "%,d pages, %,d new articles; all sent after %.1f s, the last row after %.1f s, from then on no longer than %.1f s without one: %.1f pages/s%n",
        pages,
        count(chain) - before,
        (sent - begun) / 1e9,
        seconds,
        rows.longest / 1e9,
        pages / seconds);
    System.out.print(processor.perArticle(pages));
    double all = processor.spent().values().stream().mapToDouble(Double::doubleValue).sum();
    System.out.printf("  %.2f cores busy; looks without room: %s%n", all / seconds, waited.looks);
  }

  /**
   * When the last row came, by {@link System#nanoTime}, and how long none did once all was sent.
   */
  private record Rows(long last, long longest) {}

  private static Rows awaitRest(Chain chain, long sent, long before) throws Exception {
    long rows = before;
    long changed = sent;
    long longest = 0;
    while (System.nanoTime() - changed < (rows == before ? FIRST : REST)) {
      long now = count(chain);
      if (now != rows) {
        longest = Math.max(longest, System.nanoTime() - changed);
        rows = now;
        changed = System.nanoTime();
      }
      Thread.sleep(PAUSE);
    }
    return new Rows(changed, longest);
  }

  private static long count(Chain chain) throws Exception {
    try (Connection connection = chain.tables().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM article_version")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void print(String title, Chain chain) throws Exception {
    long articles = Math.max(1, count(chain));
    System.out.println(title);
    Map<String, Long> bytes = new HashMap<>(StoredBytes.topics(chain.connection()));
    bytes.putAll(StoredBytes.tables(chain.tables()));
    for (String role : List.of("ingest", "enrich")) {
      bytes.put("state of " + role, StoredBytes.directory(chain.directory(role)));
    }
    bytes.entrySet().stream()
        .filter(place -> place.getValue() > 0)
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            place ->
                System.out.printf("  %,9d: %s%n", place.getValue() / articles, place.getKey()));
  }
}
