package io.keeling.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.app.failure.UserException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Parts of a start run side by side, in the order in which they need each other. */
@Timeout(30)
class StartPartsTest {

  private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();

  @Test
  void whatDoesNotNeedEachOtherRunsAtTheSameTime() throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    try (StartParts parts = new StartParts(told::add)) {
      CompletableFuture<Integer> one = parts.begin("one", together::await);
      CompletableFuture<Integer> two = parts.begin("two", together::await);

      parts.join(List.of(one, two));
    }
  }

  @Test
  void aPartBeginsWhenWhatItNeedsIsThere() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    try (StartParts parts = new StartParts(told::add)) {
      CompletableFuture<Boolean> needed =
          parts.begin("Kafka", () -> first.await(20, TimeUnit.SECONDS));
      CompletableFuture<Long> needs = parts.begin("topics", first::getCount, needed);

      assertThat(needs).isNotDone();
      assertThat(told.take()).isEqualTo("Starting Kafka");
      first.countDown();

      assertThat(needs.join()).isZero();
      assertThat(told.take()).isEqualTo("Starting topics");
    }
  }

  @Test
  void whatIsKnownStandsBeforeWhatIsWaitedFor() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (StartParts parts = new StartParts(told::add)) {
      CompletableFuture<Boolean> models =
          parts.begin("the models", () -> end.await(20, TimeUnit.SECONDS));
      assertThat(told.take()).isEqualTo("Starting the models");

      parts.say("The page answers.");

      assertThat(told.take()).isEqualTo("The page answers. Starting the models");
      end.countDown();
      parts.join(List.of(models));
    }
  }

  @Test
  void whatHasBegunKeepsItsResultAndNothingMoreBeginsOnceTheStartIsNotWanted() throws Exception {
    AtomicBoolean wanted = new AtomicBoolean(true);
    AtomicBoolean began = new AtomicBoolean();
    CountDownLatch bothRun = new CountDownLatch(2);
    CountDownLatch deskIsUp = new CountDownLatch(1);
    try (StartParts parts =
        new StartParts(
            line -> {
              if (!wanted.get()) {
                throw new CancellationException("the end was requested");
              }
            })) {
      CompletableFuture<String> desk =
          parts.begin(
              "the desk",
              () -> {
                bothRun.countDown();
                bothRun.await();
                wanted.set(false);
                parts.say("The page answers.");
                return "an open desk";
              });
      CompletableFuture<Boolean> models =
          parts.begin(
              "the models",
              () -> {
                bothRun.countDown();
                return deskIsUp.await(20, TimeUnit.SECONDS);
              });
      CompletableFuture<Boolean> readers =
          parts.begin("the readers", () -> began.getAndSet(true), desk);

      assertThat(desk.get(20, TimeUnit.SECONDS)).isEqualTo("an open desk");
      assertThatThrownBy(readers::join).hasRootCauseInstanceOf(CancellationException.class);
      deskIsUp.countDown();
      assertThat(models.join()).isTrue();
      assertThatThrownBy(() -> parts.join(List.of(desk, models, readers)))
          .isInstanceOf(CancellationException.class);
      assertThat(began).isFalse();
    }
  }

  @Test
  void whatNeedsAPartThatFailsNeverBeginsAndTheOthersComeToTheirEnd() {
    AtomicBoolean began = new AtomicBoolean();
    CountDownLatch failed = new CountDownLatch(1);
    try (StartParts parts = new StartParts(told::add)) {
      CompletableFuture<Object> failing =
          parts.begin(
              "the tables",
              () -> {
                throw new UserException("the database refuses the user");
              });
      CompletableFuture<Boolean> never =
          parts.begin("the desk", () -> began.getAndSet(true), failing);
      CompletableFuture<Object> seen =
          failing.whenComplete((result, failure) -> failed.countDown());
      CompletableFuture<Boolean> other =
          parts.begin("the models", () -> failed.await(20, TimeUnit.SECONDS));

      assertThatThrownBy(() -> parts.join(List.of(never, other, failing, seen)))
          .isInstanceOf(UserException.class)
          .hasMessage("the database refuses the user");
      assertThat(other.join()).isTrue();
      assertThat(began).isFalse();
    }
  }
}
