package io.keeling.storage;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.storage.DatabaseFailure.Kind;
import io.keeling.storage.DatabaseFailure.Remedy;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFailuresTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "08001, AWAY",
    "08006, AWAY",
    "53100, AWAY",
    "53300, AWAY",
    "57P01, AWAY",
    "57P03, AWAY",
    "57014, CANCELLED",
    "22021, CHARACTER",
    "22P05, DATA",
    "22008, DATA",
    "23505, DATA",
    "23514, DATA",
    "54000, DATA",
    "28P01, LOGIN",
    "28000, LOGIN",
    "3D000, LOGIN",
    "42501, RIGHT",
    "42P01, SCHEMA",
    "42883, SCHEMA",
    "0A000, UNFIT",
    "3F000, UNFIT",
    "42703, UNFIT",
    "F0000, UNFIT",
    "25006, OTHER",
    "25P03, OTHER",
    "40001, OTHER",
    "40P01, OTHER",
    "55P03, OTHER",
    "58030, OTHER",
    "XX000, OTHER"
  })
  void whatTheStateMeans(String state, Kind kind) {
    assertThat(SqlFailures.of(new SQLException("no", state)).kind()).isEqualTo(kind);
  }

  @Test
  void whatCanBeDone() {
    Map<Remedy, Set<Kind>> remedies =
        Arrays.stream(Kind.values())
            .collect(
                groupingBy(kind -> new DatabaseFailure(kind, "").remedy(), Collectors.toSet()));
    assertThat(remedies)
        .containsEntry(Remedy.WAIT, Set.of(Kind.AWAY, Kind.CANCELLED, Kind.OTHER))
        .containsEntry(Remedy.LEAVE_OUT, Set.of(Kind.CHARACTER, Kind.DATA))
        .containsEntry(
            Remedy.MEND, Set.of(Kind.TLS, Kind.LOGIN, Kind.RIGHT, Kind.SCHEMA, Kind.UNFIT));
  }

  @Test
  void onlyAServerWithoutTlsIsOneWithoutTls() {
    assertThat(SqlFailures.of(new SQLException("The server does not support SSL.", "08004")))
        .isEqualTo(
            new DatabaseFailure(
                Kind.TLS, "no TLS with the database: The server does not support SSL"));
    assertThat(SqlFailures.of(new SQLException("no password was provided.", "08004")))
        .isEqualTo(new DatabaseFailure(Kind.LOGIN, "no password was provided (SQLSTATE 08004)"));
  }

  @Test
  void aCertificateThatIsNotTrustedIsNoOutage() {
    SQLException untrusted = new SQLException("SSL error", "08006", new CertificateException());
    assertThat(SqlFailures.of(untrusted))
        .isEqualTo(new DatabaseFailure(Kind.TLS, "no TLS with the database: SSL error"));
  }

  @Test
  void theCauseDecidesBehindAWrapper() {
    SQLException refused = new SQLException("password authentication failed", "28P01");
    DatabaseFailure failure =
        new DatabaseFailure(Kind.LOGIN, "password authentication failed (SQLSTATE 28P01)");
    assertThat(SqlFailures.of(new SQLTransientConnectionException("timed out", "08001", refused)))
        .isEqualTo(failure);
    assertThat(SqlFailures.of(new FlywayException("cannot connect", refused))).isEqualTo(failure);
  }

  @Test
  void migrationsThatDoNotMatchTheDatabaseAreUnfit() {
    assertThat(SqlFailures.of(new FlywayException("checksum\nmismatch")))
        .isEqualTo(new DatabaseFailure(Kind.UNFIT, "checksum mismatch"));
  }

  @Test
  void messagesOfDataExceptionsAreLeftOutAsTheyQuoteContent() {
    assertThat(SqlFailures.of(new SQLException("invalid input: \"secret\"", "22P02")).message())
        .doesNotContain("secret");
  }

  @Test
  void theUnknownIsWaitedFor() {
    assertThat(SqlFailures.of(new IllegalStateException("?")).kind()).isEqualTo(Kind.OTHER);
  }

  @Test
  void aPoolWithoutAConnectionToGiveIsAway() {
    assertThat(SqlFailures.of(new SQLTransientConnectionException("timed out")).kind())
        .isEqualTo(Kind.AWAY);
  }
}
