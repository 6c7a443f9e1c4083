package io.keeling.ingest.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.runtime.config.Fixed;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IngestConfigTest {

  private static PolitenessConfig politeness(String agent, String contact, Duration pause) {
    return new PolitenessConfig(agent, contact, pause, Duration.ofSeconds(60));
  }

  @Test
  void theDefaultsAreValidAndRefuseTheMachinesAroundUs() {
    IngestConfig config = IngestConfig.defaults();

    assertThat(config.network().allowPrivateAddresses()).isFalse();
    assertThat(config.network().allowedNetworks()).isEmpty();
    assertThat(config.politeness().pause()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void theUserAgentSaysWhoWeAreAndHowToReachUs() {
    assertThat(politeness("keeling", "https://example.org/bot", Duration.ZERO).userAgent())
        .isEqualTo("keeling/0.1 (news archive; https://example.org/bot)");
    assertThat(PolitenessConfig.defaults().userAgent()).contains("no contact configured");
  }

  @Test
  void anErrorNamesItsKeyAndWhatIsAllowed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> politeness("keeling", "", Duration.ofHours(1)))
        .withMessage("pause must be between PT0S and PT10M, not PT1H");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> politeness("a/b", "", Duration.ZERO))
        .withMessageStartingWith("agent");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> politeness("keeling", "line\r\nX-Header: 1", Duration.ZERO))
        .withMessageStartingWith("contact");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetworkConfig(false, List.of("10.0.0.0"), Map.of()))
        .withMessageStartingWith("allowedNetworks");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetworkConfig(false, List.of(), Map.of("a", "b")))
        .withMessageStartingWith("hostAddresses.a");
  }

  static Stream<Record> sections() throws ReflectiveOperationException {
    List<Record> sections = new ArrayList<>(List.of(BackfillConfig.defaults()));
    IngestConfig config = IngestConfig.defaults();
    for (RecordComponent component : IngestConfig.class.getRecordComponents()) {
      sections.add((Record) component.getAccessor().invoke(config));
    }
    return sections.stream();
  }

  /** No setting is without bounds, and who oversteps one is told where. */
  @ParameterizedTest
  @MethodSource("sections")
  void everyNumberAndTimeHasBoundsThatNameItsKey(Record section)
      throws ReflectiveOperationException {
    RecordComponent[] components = section.getClass().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      boolean fixed = components[i].isAnnotationPresent(Fixed.class);
      for (Object extreme : fixed ? List.of() : extremes(components[i].getType())) {
        Object[] values = new Object[components.length];
        for (int j = 0; j < values.length; j++) {
          values[j] = j == i ? extreme : components[j].getAccessor().invoke(section);
        }
        String key = components[i].getName();
        assertThatThrownBy(() -> construct(section.getClass(), values))
            .as(key + " " + extreme)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith(key + " must be between ");
      }
    }
  }

  private static List<Object> extremes(Class<?> type) {
    if (type == int.class) {
      return List.of(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
    if (type == long.class) {
      return List.of(Long.MIN_VALUE, Long.MAX_VALUE);
    }
    if (type == double.class) {
      return List.of(-1.0, Double.MAX_VALUE, Double.NaN);
    }
    return type == Duration.class
        ? List.of(Duration.ofMillis(-1), Duration.ofDays(100_000_000))
        : List.of();
  }

  private static void construct(Class<?> type, Object[] values) throws Exception {
    try {
      type.getDeclaredConstructors()[0].newInstance(values);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }

  @Test
  void aSectionTakesThePlaceOfTheOneOfItsKind() {
    IngestConfig usual = IngestConfig.defaults();
    InstancesConfig instances = new InstancesConfig(Duration.ofSeconds(20), Duration.ofSeconds(30));

    IngestConfig config = usual.with(NetworkConfig.local(), instances);

    assertThat(config.network()).isEqualTo(NetworkConfig.local());
    assertThat(config.instances()).isEqualTo(instances);
    assertThat(config.with(usual.network(), usual.instances())).isEqualTo(usual);
  }

  @Test
  void anInstanceGivesASignOfLifeAndDoubtsItselfInTime() {
    InstancesConfig patient = new InstancesConfig(Duration.ofSeconds(40), Duration.ofMinutes(1));

    assertThat(patient.session())
        .containsEntry("session.timeout.ms", 40_000)
        .containsEntry("heartbeat.interval.ms", 12_000);
    assertThat(patient.trust()).isBetween(Duration.ofSeconds(24), Duration.ofSeconds(40));
    assertThat(patient.fetcherClose().plus(patient.streamsClose()))
        .isLessThan(patient.closeTimeout());
  }

  @Test
  void aMemberIsNotTakenForLostBetweenTwoHeartbeats() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InstancesConfig(Duration.ofMinutes(5), Duration.ofSeconds(10)))
        .withMessageStartingWith("sessionTimeout must be between PT6S and PT1M");
  }

  @Test
  void rechecksMustGrow() {
    ScheduleConfig defaults = ScheduleConfig.defaults();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ScheduleConfig(
                    defaults.firstInterval(),
                    defaults.shortestInterval(),
                    defaults.longestInterval(),
                    defaults.firstBackoff(),
                    defaults.longestBackoff(),
                    defaults.attempts(),
                    List.of(Duration.ofHours(2), Duration.ofHours(1))))
        .withMessageStartingWith("rechecks");
  }
}
