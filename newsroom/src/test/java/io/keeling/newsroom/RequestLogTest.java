package io.keeling.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.newsroom.log.LoggedRequest;
import io.keeling.newsroom.log.RequestLog;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestLogTest {

  private final RequestLog log = new RequestLog();

  @Test
  void overlappingRequestsToOneHostAreCountedAndTheirPauseIsNegative() {
    finished("a.localhost", "/robots.txt", 0, 10, false);
    finished("a.localhost", "/1", 5, 20, false);

    assertThat(log.mostAtOnce("a.localhost")).isEqualTo(2);
    assertThat(log.smallestPause("a.localhost")).contains(Duration.ofNanos(-5));
  }

  @Test
  void requestsToOtherHostsDoNotCount() {
    finished("a.localhost", "/robots.txt", 0, 10, false);
    finished("b.localhost", "/1", 5, 20, false);
    finished("a.localhost", "/2", 40, 50, false);

    assertThat(log.mostAtOnce("a.localhost")).isEqualTo(1);
    assertThat(log.smallestPause("a.localhost")).contains(Duration.ofNanos(30));
    assertThat(log.smallestPause("b.localhost")).isEmpty();
    assertThat(log.hosts()).containsExactly("a.localhost", "b.localhost");
  }

  @Test
  void aRequestTheClientGaveUpOnSaysNothingAboutPauses() {
    finished("a.localhost", "/endless", 0, 100, true);
    finished("a.localhost", "/1", 50, 60, false);

    assertThat(log.mostAtOnce("a.localhost")).isEqualTo(1);
    assertThat(log.smallestPause("a.localhost")).isEmpty();
  }

  @Test
  void robotsFirstHoldsOnlyIfItWasTheFirstRequest() {
    finished("a.localhost", "/robots.txt", 0, 1, false);
    finished("a.localhost", "/", 2, 3, false);
    finished("b.localhost", "/", 4, 5, false);
    finished("b.localhost", "/robots.txt", 6, 7, false);

    assertThat(log.robotsCameFirst("a.localhost")).isTrue();
    assertThat(log.robotsCameFirst("b.localhost")).isFalse();
    assertThat(log.count("b.localhost", "/")).isEqualTo(1);
  }

  @Test
  void onlyTheLastRequestsAreKept() {
    for (int i = 0; i < RequestLog.CAPACITY + 5; i++) {
      finished("a.localhost", "/" + i, i, i, false);
    }

    assertThat(log.all()).hasSize(RequestLog.CAPACITY);
    assertThat(log.all().get(0).path()).isEqualTo("/5");
  }

  private void finished(String host, String path, long from, long to, boolean aborted) {
    long number =
        log.open(
            new LoggedRequest(
                host, "GET", path, 0, "test", null, null, Instant.EPOCH, from, null, false));
    log.close(number, 200, to, aborted);
  }
}
