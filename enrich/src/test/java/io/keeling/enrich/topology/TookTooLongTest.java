package io.keeling.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.enriched.EnrichedArticle;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An article that cannot be tagged in any time ends as a dead letter, and enrich goes on. */
class TookTooLongTest extends TopologyDriven {

  private final CountDownLatch end = new CountDownLatch(1);
  private final Set<Thread> begun = ConcurrentHashMap.newKeySet();
  private final Set<Thread> held = ConcurrentHashMap.newKeySet();

  /** Whether the thread that tags comes to no end. */
  private volatile boolean endless;

  /** The thread that tags asks when it begins and when it has ended, which it then never does. */
  @Override
  long processorTime(Thread thread) {
    if (Thread.currentThread() != thread) {
      return held.contains(thread) ? Duration.ofMinutes(1).toNanos() : 0;
    }
    if (begun.contains(thread)) {
      held.add(thread);
      while (end.getCount() > 0) {
        Thread.onSpinWait();
      }
    } else if (endless) {
      begun.add(thread);
    }
    return 0;
  }

  @AfterEach
  void letItEnd() {
    end.countDown();
    await().until(() -> deadline.abandoned() == 0);
  }

  @Test
  void anArticleThatIsNeverTaggedIsADeadLetterWithoutATraceAndTheNextIsTagged() {
    Article first = at("2026-11-24T09:00:00Z", "Climate talks began.");
    Article second = at("2026-11-24T10:00:00Z", "Climate talks ended.");
    endless = true;
    send(first);
    endless = false;
    send(second);

    assertThat(deadLetters.readValuesToList())
        .singleElement()
        .satisfies(letter -> assertThat(letter.stage()).isEqualTo(Stage.ENRICH))
        .satisfies(letter -> assertThat(letter.reason()).isEqualTo("took-too-long"))
        .satisfies(letter -> assertThat(letter.message()).contains("20.0 s of processor time"))
        .satisfies(letter -> assertThat(letter.payload()).isNotEmpty());
    assertThat(enriched.readValuesToList())
        .singleElement()
        .satisfies(tagged -> assertThat(tagged.article()).isEqualTo(second))
        .extracting(EnrichedArticle::revision)
        .isEqualTo(1);
    assertThat(deadline.abandoned()).isEqualTo(1);
    assertThat(deadline.alive()).isTrue();
  }
}
