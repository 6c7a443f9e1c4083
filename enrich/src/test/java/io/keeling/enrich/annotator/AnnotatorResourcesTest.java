package io.keeling.enrich.annotator;

import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnnotatorResourcesTest {

  static Stream<Throwable> failures() {
    return Stream.of(
        new UncheckedIOException("cannot load the topic model", new IOException("too short")),
        new OutOfMemoryError());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failureToLoadIsReportedAsItWasThrown(Throwable failure) {
    CompletableFuture<String> topics =
        CompletableFuture.completedFuture("names").thenCompose(n -> failedFuture(failure));

    assertThatThrownBy(() -> AnnotatorResources.loaded(topics)).isSameAs(failure);
  }
}
