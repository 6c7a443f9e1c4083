package io.keeling.enrich.annotator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AnnotatorResourcesTest {

  @Test
  void aDamagedModelIsReportedAsIfItHadBeenReadHere() {
    UncheckedIOException damaged =
        new UncheckedIOException("cannot load the topic model", new IOException("too short"));
    CompletableFuture<String> names = CompletableFuture.completedFuture("names");

    CompletableFuture<String> topics =
        names.thenApply(
            of -> {
              throw damaged;
            });

    assertThatThrownBy(() -> AnnotatorResources.loaded(topics)).isSameAs(damaged);
  }
}
