package io.keeling.bench.reader;

import com.chimbori.crux.articles.ArticleExtractor;
import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.CommonExtractors;
import io.keeling.ingest.reader.ArticleReader;
import io.keeling.ingest.reader.RawPage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Whole readings of all pages of a set, one thread, beside a bare parse of the same pages by jsoup
 * and three other readers on the JVM. A score is milliseconds for the whole set; the multiple of
 * the bare parse is what the documents quote, as it holds across machines.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class ReaderBenchmark {

  /** Folder of a labelled set. */
  @Param("../shared/corpora/extraction/aed")
  public String set;

  private final ArticleReader reader = new ArticleReader();
  private List<RawPage> pages;

  @Setup
  public void read() throws IOException {
    pages = CorpusPages.read(Path.of(set));
  }

  @Benchmark
  public void bareParse(Blackhole sink) throws IOException {
    for (RawPage page : pages) {
      sink.consume(Jsoup.parse(new ByteArrayInputStream(page.bytes()), null, address(page)));
    }
  }

  @Benchmark
  public void keeling(Blackhole sink) {
    for (RawPage page : pages) {
      sink.consume(reader.read(page));
    }
  }

  @Benchmark
  public void readability4j(Blackhole sink) {
    for (RawPage page : pages) {
      sink.consume(new Readability4J(address(page), text(page)).parse().getTextContent());
    }
  }

  @Benchmark
  public void boilerpipe(Blackhole sink) throws BoilerpipeProcessingException {
    for (RawPage page : pages) {
      sink.consume(CommonExtractors.ARTICLE_EXTRACTOR.getText(text(page)));
    }
  }

  @Benchmark
  public void crux(Blackhole sink) {
    for (RawPage page : pages) {
      sink.consume(
          ArticleExtractor.with(address(page), text(page))
              .extractMetadata()
              .extractContent()
              .article());
    }
  }

  private static String address(RawPage page) {
    return page.url() == null ? "https://example.org/" : page.url();
  }

  private static String text(RawPage page) {
    return new String(page.bytes(), StandardCharsets.UTF_8);
  }
}
