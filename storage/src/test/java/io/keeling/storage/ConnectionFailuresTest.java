package io.keeling.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.keeling.embedded.FreePorts;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionFailuresTest {

  private static DatabaseConfig at(String server) {
    return new DatabaseConfig(
        "jdbc:postgresql://" + server + "/news?sslmode=disable",
        "ida",
        null,
        null,
        Duration.ofSeconds(1),
        Duration.ofSeconds(1));
  }

  private static String line(String server) {
    Throwable failure =
        catchThrowable(() -> DatabaseLook.open(at(server), Duration.ofSeconds(1)).close());
    return ConnectionFailures.line(at(server), failure);
  }

  @Test
  void aNameThatIsNotKnown() {
    assertThat(line("postgres.invalid:5432"))
        .startsWith(
            "PostgreSQL at postgres.invalid:5432 cannot be reached: its name is not known to DNS. ")
        .contains("database.url");
  }

  @Test
  void aPortThatNobodyListensOn() {
    String server = "127.0.0.1:" + FreePorts.find();
    assertThat(line(server))
        .startsWith("PostgreSQL at " + server + " cannot be reached: the connection is refused. ");
  }

  @Test
  void aServerThatSaysNothing() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      String server = "127.0.0.1:" + silent.getLocalPort();
      assertThat(line(server))
          .startsWith(
              "PostgreSQL at " + server + " cannot be reached: it does not answer in time. ");
      Throwable migrating = catchThrowable(() -> Migrations.apply(at(server)));
      assertThat(ConnectionFailures.line(at(server), migrating))
          .contains("does not answer in time");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          28P01 | PostgreSQL at db:5432 refuses the user ida: no (SQLSTATE 28P01). Look at
          08004 | PostgreSQL at db:5432 refuses the user ida: no (SQLSTATE 08004). Look at
          3D000 | PostgreSQL at db:5432 has no database news. Create it, or name another
          57P03 | PostgreSQL at db:5432 is starting or stopping. Try again
          53300 | PostgreSQL at db:5432 has no connection left.
          42501 | PostgreSQL at db:5432: no (SQLSTATE 42501).
          """)
  void whatTheServerRefuses(String state, String begin) {
    assertThat(ConnectionFailures.line(at("db:5432"), new SQLException("no", state)))
        .startsWith(begin);
  }

  @Test
  void tls() {
    SQLException refused = new SQLException("The server does not support SSL.", "08004");
    assertThat(ConnectionFailures.line(at("db:5432"), refused))
        .startsWith("PostgreSQL at db:5432: no TLS with the database: The server does not support");
  }

  @Test
  void severalHostsAndTheDefaultPort() {
    DatabaseConfig several =
        DatabaseConfig.at("jdbc:postgresql://one,two:5433/news?user=ida", "ida");
    assertThat(ConnectionFailures.line(several, new SQLException("no", "57P03")))
        .startsWith("PostgreSQL at one:5432, two:5433 is");
  }
}
