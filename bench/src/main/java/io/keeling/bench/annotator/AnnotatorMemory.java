package io.keeling.bench.annotator;

import com.sun.management.ThreadMXBean;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.reader.language.LanguageFinder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints what the annotators of all threads share, what each has for itself once it has tagged all
 * of our own news, and what it allocates for an article of 5,000 characters. The numbers were
 * chosen; the length is that for which speeds are stated.
 *
 * <p>Arguments: the folder of our own news.
 */
final class AnnotatorMemory {

  /** Length of an article, in UTF-16 code units. */
  private static final int LENGTH = 5_000;

  /** How many articles are tagged. */
  private static final int MOST_TEXTS = 200;

  /** How many annotators share the resources. */
  private static final int ANNOTATORS = 8;

  private record Tagger(Annotator annotator) {

    int tag(OwnNews.Text article) {
      String language = LanguageFinder.find(article.text(), "").code();
      return annotator.annotate(article.title(), article.text(), language).hashCode();
    }
  }

  private AnnotatorMemory() {}

  public static void main(String[] arguments) throws IOException {
    List<OwnNews.Text> texts = OwnNews.read(Path.of(arguments[0]), LENGTH, MOST_TEXTS);
    double before = used();
    AnnotatorResources resources = AnnotatorResources.load();
    Tagger first = new Tagger(new Annotator(resources));
    texts.forEach(first::tag);
    double one = used();
    List<Tagger> others = new ArrayList<>();
    for (int i = 0; i < ANNOTATORS; i++) {
      Tagger tagger = new Tagger(new Annotator(resources));
      texts.forEach(tagger::tag);
      others.add(tagger);
    }
    double each = (used() - one) / others.size();
    print("shared by all threads", one - before - each);
    print("each thread", each);
    print("allocated for an article of " + LENGTH, allocated(first, texts) / texts.size());
  }

  private static double allocated(Tagger tagger, List<OwnNews.Text> texts) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    texts.forEach(tagger::tag);
    return (threads.getThreadAllocatedBytes(thread) - before) / 1e6;
  }

  /** Megabytes in use after a full collection. */
  private static double used() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    for (int i = 0; i < 3; i++) {
      memory.gc();
    }
    return memory.getHeapMemoryUsage().getUsed() / 1e6;
  }

  private static void print(String label, double megabytes) {
    System.out.printf(Locale.ROOT, "%8.1f MB %s%n", megabytes, label);
  }
}
