package io.keeling.app.killing;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.repetition.RepeatedTexts;
import io.keeling.reader.ArticleReader;
import io.keeling.reader.RawPage;
import io.keeling.reader.Reading;
import io.keeling.verifier.workload.Effect;
import io.keeling.verifier.workload.Step;
import io.keeling.verifier.workload.Workload;
import org.junit.jupiter.api.Test;

/** The killing test's pages are read as its verifier believes; then only kills can be to blame. */
class WorkloadPagesTest {

  private static final int STEPS = 2_000;

  private final ArticleReader reader = new ArticleReader();
  private final RepeatedTexts repeated = RepeatedTexts.inMemory();

  @Test
  void everyPageIsReadAsExpected() {
    Workload workload = new Workload(1);
    for (int i = 0; i < STEPS; i++) {
      Step step = workload.next();
      if (step.record().topic().equals(Topics.PAGES.name()) && !step.effect().equals(malformed())) {
        check(step);
      }
    }
  }

  private void check(Step step) {
    Page page = Page.of(step.record().headers(), step.record().value());
    RawPage raw = new RawPage(page.body(), page.contentType(), page.url(), null, page.fetchedAt());
    Reading reading = repeated.check(step.record().key(), reader.read(raw));
    if (step.effect() instanceof Effect.Refused refused) {
      assertThat(((Reading.Unreadable) reading).reason().label()).isEqualTo(refused.reason());
      return;
    }
    assertThat(reading).as(step.trace()).isInstanceOf(Reading.Readable.class);
    if (step.effect() instanceof Effect.Version version) {
      assertThat(((Reading.Readable) reading).article())
          .usingRecursiveComparison()
          .ignoringFields("provenance")
          .isEqualTo(version.article());
    }
  }

  private static Effect malformed() {
    return new Effect.Refused(Stage.READ, "malformed-page");
  }
}
