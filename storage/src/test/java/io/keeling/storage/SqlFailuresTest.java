package io.keeling.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.storage.StoreFailure.Misconfigured;
import io.keeling.storage.StoreFailure.Poison;
import io.keeling.storage.StoreFailure.Transient;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFailuresTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "08001", "08006", "25006", "25P03", "40001", "40P01", "53100", "53300", "55P03", "57014",
        "57P01", "57P03", "58030", "XX000"
      })
  void outagesAndConflictsPass(String state) {
    assertThat(SqlFailures.of(new SQLException("away", state))).isInstanceOf(Transient.class);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"22021", "22P05", "22008", "23505", "23514", "54000"})
  void refusedDataIsPoison(String state) {
    assertThat(SqlFailures.of(new SQLException("no", state))).isInstanceOf(Poison.class);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"28P01", "28000", "3D000", "3F000", "42501", "42P01", "0A000"})
  void whatAnOperatorMustMendIsMisconfigured(String state) {
    assertThat(SqlFailures.of(new SQLException("no", state))).isInstanceOf(Misconfigured.class);
  }

  @Test
  void onlyAServerWithoutTlsIsOneWithoutTls() {
    assertThat(SqlFailures.of(new SQLException("The server does not support SSL.", "08004")))
        .isEqualTo(new Misconfigured("no TLS with the database: The server does not support SSL"));
    assertThat(SqlFailures.of(new SQLException("no password was provided.", "08004")))
        .isEqualTo(new Misconfigured("no password was provided (SQLSTATE 08004)"));
  }

  @Test
  void theCauseDecidesBehindAWrapper() {
    SQLException refused = new SQLException("password authentication failed", "28P01");
    assertThat(SqlFailures.of(new SQLTransientConnectionException("timed out", "08001", refused)))
        .isInstanceOf(Misconfigured.class);
    assertThat(SqlFailures.of(new FlywayException("cannot connect", refused)))
        .isEqualTo(new Misconfigured("password authentication failed (SQLSTATE 28P01)"));
  }

  @Test
  void migrationsThatDoNotMatchTheDatabaseAreMisconfigured() {
    assertThat(SqlFailures.of(new FlywayException("checksum\nmismatch")))
        .isEqualTo(new Misconfigured("checksum mismatch"));
  }

  @Test
  void messagesOfDataExceptionsAreLeftOutAsTheyQuoteContent() {
    assertThat(SqlFailures.of(new SQLException("invalid input: \"secret\"", "22P02")).message())
        .doesNotContain("secret");
  }

  @Test
  void theUnknownIsWaitedFor() {
    assertThat(SqlFailures.of(new SQLException("?"))).isInstanceOf(Transient.class);
  }
}
