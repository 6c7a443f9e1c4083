package io.keeling.desk.saved.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.desk.saved.Alert;
import io.keeling.desk.saved.Channel;
import io.keeling.desk.saved.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What messages wait for before they are sent. */
class ChangesTest {

  private static final Message.Change CHANGE = new Message.Change(List.of(), "A note");

  @Test
  void ofManyCorrectionsTheFirstAreComparedAndAllAreTold() {
    AtomicInteger compared = new AtomicInteger();
    try (Changes changes =
        new Changes(
            item -> {
              compared.incrementAndGet();
              return Optional.of(CHANGE);
            },
            Duration.ofMinutes(1))) {

      List<Message.Item> told = changes.of(message(200)).articles();

      assertThat(told).hasSize(200);
      assertThat(told.stream().filter(item -> CHANGE.equals(item.change()))).hasSize(20);
      assertThat(told.subList(0, 20)).allMatch(item -> CHANGE.equals(item.change()));
      assertThat(compared).hasValue(20);
    }
  }

  @Test
  void aComparisonThatHangsHoldsItsMessageNoLongerThanItMayAndNoOtherOne() {
    CountDownLatch answers = new CountDownLatch(1);
    AtomicInteger hanging = new AtomicInteger();
    try (Changes changes =
        new Changes(
            item -> {
              if (item.id().equals("0")) {
                hanging.incrementAndGet();
                answers.await();
              }
              return Optional.of(CHANGE);
            },
            Duration.ofSeconds(2))) {
      CompletableFuture<Message> held = CompletableFuture.supplyAsync(() -> changes.of(message(1)));
      await().until(() -> hanging.get() == 1);

      assertThat(changes.of(message(1, 2)).articles().get(0).change()).isEqualTo(CHANGE);
      assertThat(held.join().articles()).hasSize(1).allMatch(item -> item.change() == null);

      // and it is not compared a second time meanwhile, and known once it is
      assertThat(changes.of(message(1)).articles().get(0).change()).isNull();
      assertThat(hanging).hasValue(1);
      answers.countDown();
      await().until(() -> changes.of(message(1)).articles().get(0).change() != null);
      assertThat(hanging).hasValue(1);
    } finally {
      answers.countDown();
    }
  }

  @Test
  void whatWaitsForADatabaseThatIsSlowIsBoundedAndForgottenWhenNobodyWaitsForIt() {
    CountDownLatch answers = new CountDownLatch(1);
    Set<String> compared = ConcurrentHashMap.newKeySet();
    try (Changes changes =
        new Changes(
            item -> {
              compared.add(item.id());
              answers.await();
              return Optional.of(CHANGE);
            },
            Duration.ofMillis(50))) {
      for (int i = 0; i < 50; i++) {
        assertThat(changes.of(message(i * 20, i * 20 + 20)).articles()).hasSize(20);
      }

      answers.countDown();

      String last = "5000";
      await().until(() -> changes.of(message(5000, 5001)).articles().get(0).change() != null);
      assertThat(compared).contains(last).hasSizeLessThan(10);
    } finally {
      answers.countDown();
    }
  }

  private static Message message(int count) {
    return message(0, count);
  }

  private static Message message(int from, int to) {
    return new Message(
        "msg",
        "search",
        "A search",
        "",
        new Alert(
            Channel.WEBHOOK, "https://a.example/", Rhythm.AT_ONCE, true, Alert.DEFAULT_LANGUAGE),
        null,
        new Message.Found(
            IntStream.range(from, to).mapToObj(i -> item(Integer.toString(i))).toList(),
            List.of()));
  }

  private static Message.Item item(String id) {
    return new Message.Item(
        "corrected",
        id,
        "v",
        "A title",
        "",
        "https://a.example/" + id,
        "A",
        null,
        "en",
        null,
        List.of(),
        Instant.EPOCH,
        null);
  }
}
