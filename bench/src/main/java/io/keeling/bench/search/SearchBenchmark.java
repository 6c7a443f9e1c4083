package io.keeling.bench.search;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.search.Change;
import io.keeling.search.Hits;
import io.keeling.search.Hits.Hit;
import io.keeling.search.SearchRequest;
import io.keeling.search.SearchSettings;
import io.keeling.search.Synonyms;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.language.FieldName;
import io.keeling.search.language.Vocabulary;
import io.keeling.search.lucene.index.LuceneIndex;
import io.keeling.search.lucene.index.LuceneSettings;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Cursor;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import io.keeling.search.query.Sort;
import io.keeling.search.query.Stories;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Fills an index with articles that are made, and asks it: how long it takes to make, how large it
 * is, and the median and 95th percentile of each kind of question, one thread, warm. With a folder
 * of an index that was made before, it is asked only.
 */
public final class SearchBenchmark {

  private static final int BATCH = 1_000;
  private static final int WARM_UP = 60;
  private static final int QUESTIONS = 200;
  private static final Set<FieldName> NAMED = Set.of(FieldName.NAME, FieldName.SOURCE);
  private static final String[] COMMON =
      ("climate energy water government power emissions people country new coast "
              + "council report")
          .split(" ");
  private static final String[] PHRASES = {
    "\"climate change\"",
    "\"carbon dioxide\"",
    "\"sea level\"",
    "\"net zero\"",
    "\"heat pumps\"",
    "\"wind farm\"",
    "\"said the minister\"",
    "\"last year\""
  };

  private final LuceneIndex index;
  private final Random random = new Random(1);

  private SearchBenchmark(LuceneIndex index) {
    this.index = index;
  }

  /**
   * Measures.
   *
   * @param arguments how many articles, the folder of our own news, the folder of the index
   */
  public static void main(String[] arguments) throws IOException {
    int articles = Integer.parseInt(arguments[0]);
    Path folder = Path.of(arguments[2]);
    SearchSettings settings =
        new SearchSettings(new ExpressionParser(Vocabulary.ANY), Synonyms.read(null), List.of());
    try (LuceneIndex index =
        LuceneIndex.open(folder, Clock.systemUTC(), LuceneSettings.of(settings))) {
      fill(index, new MadeArchive(Path.of(arguments[1])), articles);
      System.out.printf(
          "%,d articles, %.2f GB on disk, %d MB of heap in use%n",
          index.size(), bytes(folder) / 1e9, heapMegabytes());
      new SearchBenchmark(index).ask();
    }
  }

  private static void fill(LuceneIndex index, MadeArchive archive, int articles)
      throws IOException {
    int next = Math.toIntExact(index.offsets().getOrDefault(0, 0L));
    long wall = System.nanoTime();
    long processor = processorNanos();
    long making = 0;
    int begin = next;
    while (next < articles) {
      long start = System.nanoTime();
      List<Change> changes = new ArrayList<>();
      for (int i = 0; i < BATCH && next < articles; i++) {
        EnrichedArticle article = archive.article(next++);
        changes.add(new Change.Put(article));
      }
      making += System.nanoTime() - start;
      index.apply(changes, Map.of(0, (long) next));
      if (next % 50_000 == 0) {
        index.commit();
        System.out.printf("%,d%n", next);
      }
    }
    index.commit();
    System.out.printf(
        "%,d articles indexed in %d s, %d s of processor time; making them took %d s of both%n",
        next - begin,
        (System.nanoTime() - wall) / 1_000_000_000,
        (processorNanos() - processor) / 1_000_000_000,
        making / 1_000_000_000);
  }

  private void ask() {
    measure("front page", () -> page(climate(), Sort.NEWEST, true));
    measure("front page, everything", () -> page(Filters.NONE, Sort.NEWEST, true));
    measure("common word, best first", () -> page(words(any(COMMON)), Sort.RELEVANCE, true));
    measure(
        "two words, best first",
        () -> page(words(any(COMMON) + " " + any(COMMON)), Sort.RELEVANCE, true));
    measure("phrase", () -> page(words(any(PHRASES)), Sort.RELEVANCE, true));
    measure(
        "word with topic and country",
        () ->
            page(
                words(any(COMMON))
                    .with(Facet.TOPIC, List.of("topic-" + random.nextInt(40)))
                    .with(Facet.COUNTRY, List.of(any(Locale.getISOCountries()))),
                Sort.RELEVANCE,
                true));
    measure(
        "name with dates",
        () ->
            page(
                Filters.NONE
                    .with(Facet.NAME, List.of(MadeArchive.person(random.nextInt(500))))
                    .within(
                        MadeArchive.NEWEST.minus(Duration.ofDays(30 + random.nextInt(300))), null),
                Sort.NEWEST,
                true));
    measure("prefix", () -> page(words(any(COMMON).substring(0, 3) + "*"), Sort.NEWEST, true));
    measure("typo, with what may be meant", () -> index.suggest(words("emisions")));
    measure(
        "completion",
        () -> index.complete(MadeArchive.person(random.nextInt(5_000)).substring(0, 3), NAMED, 10));
    later();
  }

  /** The fiftieth page of twenty. */
  private void later() {
    ArticleQuery query =
        new ArticleQuery(words("climate"), Sort.RELEVANCE, 196, null, Stories.ONCE);
    for (int i = 0; i < 5; i++) {
      Hits hits = index.search(new SearchRequest(query, MadeArchive.NEWEST));
      Hit last = hits.items().get(hits.items().size() - 1);
      query =
          query.after(
              new Cursor(
                  Sort.RELEVANCE, last.place(), last.id(), last.score(), MadeArchive.NEWEST));
    }
    ArticleQuery fiftieth =
        new ArticleQuery(query.filters(), query.sort(), 20, query.cursor(), Stories.ONCE);
    measure(
        "page 50 of a common word",
        () -> index.search(new SearchRequest(fiftieth, MadeArchive.NEWEST)));
  }

  private void page(Filters filters, Sort sort, boolean facets) {
    Instant now = MadeArchive.NEWEST;
    index.search(new SearchRequest(new ArticleQuery(filters, sort, 20, null, Stories.ONCE), now));
    if (facets) {
      index.facets(filters, 40);
      index.days(filters);
    }
  }

  private void measure(String what, Runnable question) {
    for (int i = 0; i < WARM_UP; i++) {
      question.run();
    }
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      index.forget(); // else the second question of a kind would be answered from memory
      long start = System.nanoTime();
      question.run();
      millis.add((System.nanoTime() - start) / 1e6);
    }
    Latency.print(what, millis);
  }

  private static Filters climate() {
    return Filters.NONE.with(Facet.CLIMATE, List.of("main", "mention"));
  }

  private static Filters words(String words) {
    return Filters.NONE.withWords(words);
  }

  private String any(String[] of) {
    return of[random.nextInt(of.length)];
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static long heapMegabytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  private static long processorNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }
}
