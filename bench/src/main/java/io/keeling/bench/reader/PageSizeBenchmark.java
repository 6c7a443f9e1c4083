package io.keeling.bench.reader;

import io.keeling.reader.ArticleReader;
import io.keeling.reader.RawPage;
import io.keeling.reader.Reading;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Document;
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

/**
 * How the time of one reading grows with the page, beside jsoup's bare parse of it: milliseconds a
 * page. It is linear where milliseconds divided by megabytes stay the same.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class PageSizeBenchmark {

  /** Size of the page in megabytes (10^6 bytes). */
  @Param({"0.1", "0.3", "1", "3", "10"})
  public double megabytes;

  private final ArticleReader reader = new ArticleReader();
  private RawPage page;

  @Setup
  public void make() {
    byte[] bytes = GeneratedPage.of((int) (megabytes * 1_000_000));
    page =
        new RawPage(bytes, "text/html", "https://quay.example.org/news/dike", null, Instant.now());
    if (!(reader.read(page) instanceof Reading.Readable)) {
      throw new IllegalStateException("the generated page is no article");
    }
  }

  @Benchmark
  public Document bareParse() {
    return ReaderContestant.parsed(page);
  }

  @Benchmark
  public Reading keeling() {
    return reader.read(page);
  }
}
