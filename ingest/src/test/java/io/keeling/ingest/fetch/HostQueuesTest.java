package io.keeling.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.ingest.fetch.FetchStep.Contact;
import io.keeling.ingest.fetch.WorkerShares.Standing;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class HostQueuesTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  private volatile boolean room = true;
  private final HostQueues<String> queues =
      new HostQueues<>(new WorkerShares(4, 0, LONG), () -> room);

  private HostQueues.Lease<String> take() throws InterruptedException {
    return queues.take();
  }

  @Test
  void aHostIsLeasedOnceAtATimeAndOthersGoOn() throws InterruptedException {
    queues.add("a", "a1");
    queues.add("a", "a2");
    queues.add("b", "b1");

    assertThat(take().job()).isEqualTo("a1");
    assertThat(take().job()).isEqualTo("b1");
    queues.release("a", Duration.ZERO, Contact.ANSWERED);
    assertThat(take().job()).isEqualTo("a2");
  }

  @Test
  void aHostWaitsForItsPauseWhileOthersGoOn() throws InterruptedException {
    queues.add("a", "a1");
    queues.add("a", "a2");
    take();
    queues.release("a", LONG, Contact.ANSWERED);
    queues.add("b", "b1");
    queues.add("c", "c1");

    assertThat(take().job()).isEqualTo("b1");
    assertThat(take().job()).isEqualTo("c1");
  }

  @Test
  void aPauseHoldsAlsoForAHostThatHadNothingMoreToDo() throws InterruptedException {
    queues.add("a", "a1");
    take();
    queues.release("a", LONG, Contact.ANSWERED);
    queues.add("a", "a2");
    queues.add("b", "b1");

    assertThat(take().job()).isEqualTo("b1");
  }

  @Test
  void withoutRoomNoHostIsLeasedUntilItIsSaidAgainThatSitesMayBeAsked() throws Exception {
    room = false;
    queues.add("a", "a1");
    CompletableFuture<String> taken = CompletableFuture.supplyAsync(this::takeJob);
    queues.allowFor(LONG);
    while (queues.takers() == 0) {
      Thread.onSpinWait();
    }
    assertThat(taken).isNotDone();

    room = true;
    queues.allowFor(LONG);

    assertThat(taken.get()).isEqualTo("a1");
  }

  private String takeJob() {
    try {
      return take().job();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void hostsThatFailShareHalfOfTheWorkers() throws InterruptedException {
    for (String host : new String[] {"x", "y", "z"}) {
      queues.add(host, host + "1");
      take();
      queues.add(host, host + "2");
    }
    for (String host : new String[] {"x", "y", "z"}) {
      queues.release(host, Duration.ZERO, Contact.FAILED);
    }
    assertThat(take().host()).isEqualTo("x");
    assertThat(take().host()).isEqualTo("y");
    queues.add("healthy", "h1");

    assertThat(take().host()).isEqualTo("healthy");
    queues.release("x", Duration.ZERO, Contact.ANSWERED);
    assertThat(take().host()).isEqualTo("z");
  }

  @Test
  void aHostKnownToAnswerIsAskedBesideAnyNumberOfUnknownOnes() throws InterruptedException {
    for (String host : new String[] {"a", "b", "c", "d"}) {
      queues.add(host, host + "1");
    }
    for (int i = 0; i < 3; i++) {
      take();
    }
    queues.add("known", "k1", Duration.ZERO, Standing.ANSWERS);

    assertThat(take().host()).isEqualTo("known");
    queues.release("a", Duration.ZERO, Contact.FAILED);
    queues.release("b", Duration.ZERO, Contact.FAILED);
    queues.release("known", Duration.ZERO, Contact.ANSWERED);
    queues.add("failing", "f1", Duration.ZERO, Standing.FAILS);
    queues.add("failing too", "f1", Duration.ZERO, Standing.FAILS);
    queues.add("failing as well", "f1", Duration.ZERO, Standing.FAILS);
    queues.add("new", "n1");
    assertThat(take().standing()).isEqualTo(Standing.NEW); // d, who came first
    assertThat(take().standing()).isEqualTo(Standing.FAILS);
  }

  @Test
  void waitingJobsCanBeTakenOut() throws InterruptedException {
    queues.add("a", "a1");
    queues.add("a", "a2");
    queues.add("b", "b1");

    assertThat(queues.drain(job -> job.startsWith("a"))).containsExactly("a1", "a2");
    assertThat(take().job()).isEqualTo("b1");
    assertThat(queues.busyHosts()).isEqualTo(1);
  }

  @Test
  void aHostThatNothingWaitsForCanBeLeftAloneFromTheStart() throws InterruptedException {
    queues.add("a", "a1", LONG, Standing.NEW);
    queues.add("a", "a2", Duration.ZERO, Standing.NEW);
    queues.add("b", "b1", Duration.ZERO, Standing.NEW);

    assertThat(take().job()).isEqualTo("b1");
    assertThat(queues.pauses()).containsOnlyKeys("a");
  }

  @Test
  void nothingIsGivenOutUntilItIsAllowedAgain() throws Exception {
    queues.allowFor(Duration.ofSeconds(-1));
    queues.add("a", "a1");
    CompletableFuture<HostQueues.Lease<String>> taken =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return take();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(taken).isNotCompleted();
    assertThat(queues.running(job -> true)).isEmpty();

    queues.allowFor(LONG);
    assertThat(taken.get().job()).isEqualTo("a1");
  }

  @Test
  void itIsKnownWhenAJobsHostIsNotBeingAskedAnyMore() throws InterruptedException {
    queues.add("a", "a1");
    queues.add("b", "b1");
    take();
    take();

    assertThat(queues.awaitReleased("a1"::equals, Duration.ofMillis(1))).isFalse();
    queues.release("a", Duration.ZERO, Contact.ANSWERED);
    assertThat(queues.awaitReleased("a1"::equals, LONG)).isTrue();
    assertThat(queues.running(job -> true)).containsExactly("b1");
  }

  @Test
  void closingEndsTheWaiting() throws InterruptedException {
    queues.close();

    assertThat(queues.take()).isNull();
  }
}
