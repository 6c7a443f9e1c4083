package io.keeling.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of an exchange that failed can be counted by later. */
class NoAnswerTest {

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new UnknownHostException("a.example"), "unknown-host", "unknown host"),
        Arguments.of(new SocketTimeoutException("no byte"), "timed-out", "timed out: no byte"),
        Arguments.of(new ConnectException("refused"), "no-connection", "no connection: refused"),
        Arguments.of(new NoRouteToHostException("x"), "no-connection", "no connection: x"),
        Arguments.of(new SSLHandshakeException("old"), "tls-failure", "TLS failure: old"),
        Arguments.of(
            new IOException("reset\nby peer"),
            "broken-exchange",
            "broken exchange: IOException: reset by peer"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void theLineTellsTheReason(IOException failure, String label, String line) {
    assertThat(NoAnswer.line(failure)).isEqualTo(line);
    assertThat(NoAnswer.of(line)).map(NoAnswer::label).hasValue(label);
  }

  @Test
  void otherLinesTellNone() {
    assertThat(NoAnswer.of("answered 500")).isEmpty();
  }
}
