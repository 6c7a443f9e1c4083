package io.keeling.bench.reader;

import io.keeling.reader.ArticleReader;
import io.keeling.reader.RawPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Prints the pages of sets that take longest to read, on one thread and warm: the median of a few
 * readings each, beside that of jsoup's bare parse. JMH measures sets, this finds a single page.
 * The numbers were chosen.
 *
 * <p>Arguments: folders of labelled sets.
 */
final class WorstPage {

  /** How many readings of a page are timed; the median counts. */
  private static final int ROUNDS = 7;

  /** How many pages are shown. */
  private static final int SHOWN = 10;

  /** How many pages are timed again with care: chance makes another page slow in each round. */
  private static final int CANDIDATES = 40;

  private record Timed(CorpusPage page, double parse, double reading) {}

  private static final Comparator<Timed> SLOWEST_FIRST =
      Comparator.comparingDouble(Timed::reading).reversed();

  private WorstPage() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      System.err.println("usage: WorstPage SET...");
      System.exit(2);
    }
    List<CorpusPage> pages = new ArrayList<>();
    for (String set : arguments) {
      pages.addAll(CorpusPages.read(Path.of(set)));
    }
    ArticleReader reader = new ArticleReader();
    for (CorpusPage page : pages) {
      time(reader, page, 1); // warms up
    }
    List<Timed> timed = new ArrayList<>();
    for (CorpusPage page : pages) {
      timed.add(time(reader, page, 1));
    }
    timed.sort(SLOWEST_FIRST);
    timed = new ArrayList<>(timed.subList(0, Math.min(CANDIDATES, timed.size())));
    timed.replaceAll(page -> time(reader, page.page(), ROUNDS));
    timed.sort(SLOWEST_FIRST);
    System.out.printf("%9s %9s %9s  %s%n", "kB", "parse ms", "read ms", "page");
    for (Timed page : timed.subList(0, Math.min(SHOWN, timed.size()))) {
      System.out.printf(
          Locale.ROOT,
          "%9d %9.1f %9.1f  %s%n",
          page.page().page().bytes().length / 1_000,
          page.parse(),
          page.reading(),
          page.page().file());
    }
  }

  private static Timed time(ArticleReader reader, CorpusPage corpusPage, int rounds) {
    RawPage page = corpusPage.page();
    double[] parse = new double[rounds];
    double[] reading = new double[rounds];
    int seen = 0;
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      seen += ReaderContestant.parsed(page).childNodeSize();
      long parsed = System.nanoTime();
      seen += reader.read(page).hashCode();
      parse[i] = (parsed - start) / 1e6;
      reading[i] = (System.nanoTime() - parsed) / 1e6;
    }
    if (seen == 0) {
      throw new IllegalStateException("the results must be used, or the JVM leaves the work out");
    }
    Arrays.sort(parse);
    Arrays.sort(reading);
    return new Timed(corpusPage, parse[rounds / 2], reading[rounds / 2]);
  }
}
