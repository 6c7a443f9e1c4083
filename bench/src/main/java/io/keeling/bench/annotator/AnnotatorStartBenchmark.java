package io.keeling.bench.annotator;

import io.keeling.enrich.annotator.Annotation;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.reader.language.LanguageFinder;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the time from nothing to the first tagged text, each time in a JVM of its own: classes,
 * taxonomy, places and models are loaded, and a sentence is tagged. Seconds, without the start of
 * the JVM.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(10)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class AnnotatorStartBenchmark {

  private static final String SENTENCE =
      "Ministers in Nairobi promised to spend more on drought relief after a second dry season.";

  @Benchmark
  public Annotation start() {
    Annotator annotator = new Annotator(AnnotatorResources.load());
    String language = LanguageFinder.find(SENTENCE, "").code();
    return annotator.annotate("", SENTENCE, language);
  }
}
