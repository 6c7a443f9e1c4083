package io.keeling.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandstillsTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Standstills<String> standstills = new Standstills<>();

  @Test
  void whatStandsLongerThanTheLimitIsNamedWithItsTime() {
    look(0, Map.of("a", 5L));
    look(30, Map.of("a", 5L));
    assertThat(longerThanLimit(30)).isEmpty();

    look(40, Map.of("a", 5L));

    assertThat(longerThanLimit(40)).containsExactly(Map.entry("a", Duration.ofSeconds(40)));
  }

  @Test
  void whatMovedOrWasGoneInBetweenBeginsAnew() {
    look(0, Map.of("moves", 5L, "goes", 5L));
    look(20, Map.of("moves", 6L));
    look(40, Map.of("moves", 6L, "goes", 5L));

    assertThat(longerThanLimit(40)).isEmpty();
    assertThat(longerThanLimit(51)).containsOnlyKeys("moves");
  }

  @Test
  void aMissedLookForgetsOnlyWhatWasNotLongerThanTheLimit() {
    look(0, Map.of("old", 5L));
    look(20, Map.of("old", 5L, "young", 5L));

    standstills.miss(LIMIT, seconds(40));

    look(60, Map.of("old", 5L, "young", 5L));
    assertThat(longerThanLimit(60)).containsOnlyKeys("old");
  }

  @Test
  void whatCouldNotBeLookedAtIsForgottenOnlyWhereItWasNotLongerThanTheLimit() {
    look(0, Map.of("old", 5L));
    look(20, Map.of("old", 5L, "young", 5L));

    standstills.look(Map.of(), Set.of("old", "young"), LIMIT, seconds(40));

    assertThat(longerThanLimit(40)).containsOnlyKeys("old");
    look(60, Map.of("old", 5L, "young", 5L));
    assertThat(longerThanLimit(60)).containsOnlyKeys("old");
  }

  private void look(int second, Map<String, Long> positions) {
    standstills.look(positions, Set.of(), LIMIT, seconds(second));
  }

  private Map<String, Duration> longerThanLimit(int second) {
    return standstills.longerThan(LIMIT, seconds(second));
  }

  private static long seconds(int seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }
}
