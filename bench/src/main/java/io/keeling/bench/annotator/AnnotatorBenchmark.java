package io.keeling.bench.annotator;

import io.keeling.enrich.annotator.Annotation;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.reader.language.LanguageFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the whole tagging of an English article, from its language to its topics: milliseconds
 * an article, of which the median ({@code p0.50}) is what the documents quote, on one thread and on
 * two. The compiler is busy for most of the warm-up, and has its threads beside these. It takes
 * turns with many articles, so that no article's words are remembered from the last time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 10)
@Measurement(iterations = 5, time = 10)
public class AnnotatorBenchmark {

  /** Most articles that take turns: our news is enough for that many. */
  private static final int MOST_TEXTS = 100;

  /** Folder of our own news. */
  @Param("training/corpus/news")
  public String news;

  /** Length of an article in UTF-16 code units. */
  @Param({"5000", "200000"})
  public int length;

  private AnnotatorResources resources;
  private List<OwnNews.Text> texts;

  /** What each thread has for itself. */
  @State(Scope.Thread)
  public static class Tagger {

    private Annotator annotator;
    private int next;

    @Setup
    public void make(AnnotatorBenchmark shared) {
      annotator = new Annotator(shared.resources);
    }

    private Annotation tag(List<OwnNews.Text> texts) {
      OwnNews.Text article = texts.get(next++ % texts.size());
      String language = LanguageFinder.find(article.text(), "").code();
      return annotator.annotate(article.title(), article.text(), language);
    }
  }

  @Setup
  public void read() throws IOException {
    resources = AnnotatorResources.load();
    texts = OwnNews.read(Path.of(news), length, MOST_TEXTS);
  }

  @Benchmark
  public Annotation oneThread(Tagger tagger) {
    return tagger.tag(texts);
  }

  @Benchmark
  @Threads(2)
  public Annotation twoThreads(Tagger tagger) {
    return tagger.tag(texts);
  }
}
