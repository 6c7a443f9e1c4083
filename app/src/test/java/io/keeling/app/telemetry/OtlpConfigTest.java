package io.keeling.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an address of a collector. */
class OtlpConfigTest {

  @Test
  void thePathOfTracesIsPutBehindIt() {
    assertThat(TelemetryTest.config("http://collector:4318", 1).otlp().traces())
        .isEqualTo("http://collector:4318/v1/traces");
    assertThat(TelemetryTest.config("https://otlp.example.org/keeling/", 1).otlp().traces())
        .isEqualTo("https://otlp.example.org/keeling/v1/traces");
  }

  @Test
  void withoutAnAddressOrAShareNothingIsTold() {
    assertThat(TelemetryTest.config("", 1).isOn()).isFalse();
    assertThat(TelemetryTest.config("http://collector:4318", 0).isOn()).isFalse();
    assertThat(TelemetryTest.config("http://collector:4318", 0.01).isOn()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "collector:4318",
        "ftp://collector",
        "http://",
        "http://user:secret@collector:4318",
        "http://collector:4318/?key=secret",
        "http://collector:4318/#x",
        "http://coll ector"
      })
  void whatIsNoneIsRefusedWithoutBeingQuoted(String endpoint) {
    assertThatThrownBy(() -> TelemetryTest.config(endpoint, 1))
        .hasMessageContaining("telemetry.otlp")
        .hasMessageContaining("http or https")
        .hasMessageNotContaining("secret");
  }
}
