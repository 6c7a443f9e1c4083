package io.keeling.app.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedParallelTest {

  @Test
  void resultsComeInTheOrderOfTheItemsEvenWhenAnEarlierOneTakesLonger() {
    CountDownLatch secondDone = new CountDownLatch(1);
    List<Integer> results = new ArrayList<>();

    new OrderedParallel(2)
        .map(
            List.of(1, 2).iterator(),
            item -> {
              if (item == 1) {
                await(secondDone);
              } else {
                secondDone.countDown();
              }
              return item * 10;
            },
            results::add);

    assertThat(results).containsExactly(10, 20);
  }

  @Test
  void onlyABoundedNumberOfItemsIsTakenAheadOfTheSlowest() {
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger mostAhead = new AtomicInteger();
    AtomicInteger finished = new AtomicInteger();
    Iterator<Integer> items =
        IntStream.range(0, 1_000)
            .peek(
                i ->
                    mostAhead.accumulateAndGet(taken.incrementAndGet() - finished.get(), Math::max))
            .boxed()
            .iterator();

    new OrderedParallel(2).map(items, item -> item, result -> finished.incrementAndGet());

    assertThat(finished).hasValue(1_000);
    assertThat(mostAhead.get()).isLessThanOrEqualTo(2 * 16 + 2);
  }

  @Test
  void aFailureReachesTheCaller() {
    assertThatThrownBy(
            () ->
                new OrderedParallel(2)
                    .map(
                        List.of(1).iterator(),
                        item -> {
                          throw new IllegalArgumentException("bad item");
                        },
                        result -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bad item");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
