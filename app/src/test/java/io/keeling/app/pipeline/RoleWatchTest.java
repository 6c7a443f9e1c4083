package io.keeling.app.pipeline;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.app.failure.UserException;
import io.keeling.app.role.RunningRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoleWatchTest {

  @Test
  void aRoleThatHasStoppedForGoodEndsItsProcessWithItsReason() {
    AtomicInteger looks = new AtomicInteger();
    RunningRole role =
        new RunningRole(
            "sink",
            () -> List.of("the database refuses the password"),
            () -> looks.incrementAndGet() < 2,
            Map.of(),
            () -> {},
            Duration.ZERO);
    UntilInterrupted end = new UntilInterrupted();

    try {
      assertThatThrownBy(() -> RoleWatch.await(List.of(role), end))
          .isInstanceOf(UserException.class)
          .hasMessage("sink has stopped and needs a restart: the database refuses the password");
    } finally {
      end.done();
    }
  }
}
