package io.keeling.desk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class DatabaseRefusalsTest {

  @Test
  void onlyAServerWithoutTlsIsOneWithoutTls() {
    assertThat(DatabaseRefusals.of(new SQLException("The server does not support SSL.", "08004")))
        .contains("no TLS with the database: The server does not support SSL");
    assertThat(DatabaseRefusals.of(new SQLException("no password was provided.", "08004")))
        .contains("the database refuses the desk: no password was provided");
  }

  @Test
  void aCertificateThatIsNotTrustedIsARefusal() {
    SQLException untrusted = new SQLException("SSL error", "08006", new CertificateException());
    assertThat(DatabaseRefusals.of(untrusted)).contains("no TLS with the database: SSL error");
  }

  @Test
  void theCauseDecidesBehindAWrapper() {
    SQLException refused = new SQLException("password authentication failed", "28P01");
    assertThat(DatabaseRefusals.of(new SQLTransientConnectionException("out", "08001", refused)))
        .contains("the database refuses the desk: password authentication failed");
  }

  @Test
  void aServerThatIsAwayRefusesNothing() {
    assertThat(DatabaseRefusals.of(new SQLException("refused", "08001"))).isEmpty();
  }
}
