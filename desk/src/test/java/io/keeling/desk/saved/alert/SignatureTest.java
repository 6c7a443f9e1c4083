package io.keeling.desk.saved.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignatureTest {

  /** The example of the libraries of Standard Webhooks, as their own tests have it. */
  @Test
  void signsAsTheStandardDoes() {
    assertThat(
            Signature.of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void whatIsNoSecretIsRefused() {
    assertThatThrownBy(() -> Signature.of("secret", "a", Instant.EPOCH, new byte[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret\"");
  }
}
