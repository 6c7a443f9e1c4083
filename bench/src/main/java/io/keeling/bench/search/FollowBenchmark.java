package io.keeling.bench.search;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.search.NameLabels;
import io.keeling.search.QueryMatcher;
import io.keeling.search.lucene.LuceneEngine;
import io.keeling.search.query.Filters;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Matches articles that are made with searches that are made: what the searches take in memory, and
 * how much processor time an article takes, one thread, warm.
 */
public final class FollowBenchmark {

  private static final int WARM_UP = 300;
  private static final int MEGABYTE = 1024 * 1024;

  private FollowBenchmark() {}

  /**
   * Measures.
   *
   * @param arguments how many searches, how many articles, the folder of our own news
   */
  public static void main(String[] arguments) throws IOException {
    int searches = Integer.parseInt(arguments[0]);
    int articles = Integer.parseInt(arguments[1]);
    MadeArchive archive = new MadeArchive(Path.of(arguments[2]));
    List<EnrichedArticle> stream = new ArrayList<>();
    for (int i = 0; i < articles; i++) {
      stream.add(archive.article(i));
    }
    Map<String, Filters> made = MadeSearches.of(archive, searches);
    long before = heap();
    try (QueryMatcher matcher =
        new LuceneEngine(Path.of("unused"), MadeSearches.settings()).matcher(NameLabels.NONE)) {
      matcher.watch(made);
      long began = System.nanoTime();
      for (int i = 0; i < WARM_UP; i++) {
        matcher.matches(stream.get(i % articles), false);
      }
      System.out.printf(
          "%,d searches, read and warm after %.1f s, %d MB of heap%n",
          searches, (System.nanoTime() - began) / 1e9, (heap() - before) / MEGABYTE);
      measure(matcher, stream);
    }
  }

  private static void measure(QueryMatcher matcher, List<EnrichedArticle> stream)
      throws IOException {
    long[] nanos = new long[stream.size()];
    long found = 0;
    long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      found += matcher.matches(stream.get(i), false).size();
      nanos[i] = System.nanoTime() - start;
    }
    double seconds =
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor) / 1e9;
    Arrays.sort(nanos);
    System.out.printf(
        "%,d articles: %.0f a second of processor time, p50 %.2f ms, p95 %.2f ms, %.1f searches each%n",
        nanos.length,
        nanos.length / seconds,
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 95 / 100] / 1e6,
        (double) found / nanos.length);
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
