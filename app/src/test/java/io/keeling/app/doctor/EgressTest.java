package io.keeling.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.app.doctor.Finding.Verdict;
import io.keeling.ingest.config.NetworkConfig;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class EgressTest {

  private static Finding egress(NetworkConfig network, String... urls) {
    List<Finding> findings = new Egress(network).of(List.of(urls), 3);
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  @Test
  void aHostThatListensIsReachedAndOneThatDoesNotIsNamed() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String there = "http://127.0.0.1:" + server.getLocalPort() + "/feed";

      assertThat(egress(NetworkConfig.local(), there))
          .isEqualTo(Finding.ok("egress", "reached 127.0.0.1"));
      Finding both = egress(NetworkConfig.local(), there, "https://nowhere.invalid/feed");
      assertThat(both.verdict()).isEqualTo(Verdict.WARN);
      assertThat(both.line()).contains("reached 127.0.0.1", "nowhere.invalid has no address here");
    }
  }

  @Test
  void whatTheFetcherWouldRefuseIsNoWayOut() {
    Finding finding = egress(NetworkConfig.defaults(), "http://localhost:1/", "no address");

    assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(finding.line()).contains("localhost leads to a private address");
  }

  @Test
  void withoutSourcesThereIsNothingToTry() {
    assertThat(new Egress(NetworkConfig.defaults()).of(List.of(), 3))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.OK);
  }
}
