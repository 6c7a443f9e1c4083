package io.keeling.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ThreadFailuresTest {

  private final List<FailureKind> counted = new ArrayList<>();
  private final ThreadFailures failures = new ThreadFailures("test", counted::add);

  @ParameterizedTest
  @MethodSource("kinds")
  void aFailureIsSortedByWhatCausedIt(FailureKind kind, Throwable failure) {
    assertThat(FailureKind.of(failure)).isEqualTo(kind);
    assertThat(FailureKind.of(new StreamsException("task 0_1", failure))).isEqualTo(kind);
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of(FailureKind.TRANSIENT, new TimeoutException("no broker")),
        Arguments.of(FailureKind.TRANSIENT, new NotLeaderOrFollowerException("moving")),
        Arguments.of(
            FailureKind.TRANSIENT,
            new ProcessorStateException("store", new IOException("No space left on device"))),
        Arguments.of(FailureKind.MISCONFIGURED, new SaslAuthenticationException("wrong password")),
        Arguments.of(FailureKind.MISCONFIGURED, new TopicAuthorizationException("articles")),
        Arguments.of(FailureKind.MISCONFIGURED, new MissingSourceTopicException("articles")),
        Arguments.of(FailureKind.MISCONFIGURED, new RecordTooLargeException("of 2 MB")),
        Arguments.of(FailureKind.UNFORESEEN, new IllegalStateException("a bug")),
        Arguments.of(FailureKind.UNFORESEEN, new StackOverflowError()));
  }

  @Test
  void whatPassesIsTriedAgainWithoutALimit() {
    failures.close();
    for (int i = 0; i < 100; i++) {
      assertThat(failures.handle(new TimeoutException("no broker")))
          .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    }
    assertThat(counted).hasSize(100).containsOnly(FailureKind.TRANSIENT);
    assertThat(failures.fatal()).isEmpty();
  }

  @Test
  void pausesGrowToALimitAndStartAnewAfterAQuietTime() {
    long now = Duration.ofDays(1).toNanos();
    List<Long> pauses = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      Duration pause = failures.nextPause(now);
      pauses.add(pause.toMillis());
      now += pause.toNanos();
    }
    assertThat(pauses)
        .containsExactly(200L, 400L, 800L, 1600L, 3200L, 6400L, 12800L, 15000L, 15000L);
    assertThat(failures.nextPause(now + Duration.ofMinutes(5).toNanos())).hasMillis(200);
  }

  @Test
  void whatAnOperatorHasToMendStopsItWithOneLine() {
    assertThat(
            failures.handle(
                new StreamsException(
                    "task 0_1", new TopicAuthorizationException("Not authorized\nto articles"))))
        .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    assertThat(failures.fatal())
        .contains(
            "Kafka does not let this user in: Not authorized to articles. docs/security.md lists"
                + " the rights of each role.");
  }

  @Test
  void whatNobodyForesawIsTriedAFewTimesAndItsMessageIsShownToNobody() {
    failures.close();
    for (int i = 0; i < ThreadFailures.MOST_UNFORESEEN; i++) {
      assertThat(failures.handle(new IllegalStateException("words of an article")))
          .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    }
    assertThat(failures.handle(new IllegalStateException("words of an article")))
        .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    assertThat(failures.fatal()).contains("IllegalStateException, repeatedly; see the log");
  }
}
