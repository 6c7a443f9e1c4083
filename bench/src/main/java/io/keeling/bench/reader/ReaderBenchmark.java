package io.keeling.bench.reader;

import io.keeling.reader.RawPage;
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

  private List<RawPage> pages;

  @Setup
  public void read() throws IOException {
    pages = CorpusPages.read(Path.of(set)).stream().map(CorpusPage::page).toList();
  }

  @Benchmark
  public void bareParse(Blackhole sink) {
    for (RawPage page : pages) {
      sink.consume(ReaderContestant.parsed(page));
    }
  }

  @Benchmark
  public void keeling(Blackhole sink) {
    readAll(sink, ReaderContestant.KEELING);
  }

  @Benchmark
  public void readability4j(Blackhole sink) {
    readAll(sink, ReaderContestant.READABILITY4J);
  }

  @Benchmark
  public void boilerpipe(Blackhole sink) {
    readAll(sink, ReaderContestant.BOILERPIPE);
  }

  @Benchmark
  public void crux(Blackhole sink) {
    readAll(sink, ReaderContestant.CRUX);
  }

  private void readAll(Blackhole sink, ReaderContestant reader) {
    for (RawPage page : pages) {
      sink.consume(reader.read(page));
    }
  }
}
