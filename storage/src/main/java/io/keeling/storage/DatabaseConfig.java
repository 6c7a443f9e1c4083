package io.keeling.storage;

import io.keeling.runtime.config.Checks;
import io.keeling.runtime.config.PasswordSetting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How sink and desk reach PostgreSQL.
 *
 * @param url JDBC URL of the database. TLS and other settings of the driver are parameters of it,
 *     such as {@code ?sslmode=verify-full}
 * @param user PostgreSQL role to log in as. The sink and the commands need the owner of the tables;
 *     the desk works with fewer rights (docs/security.md)
 * @param password password of {@code user}. Give either this or {@code passwordFile}
 * @param passwordFile file that holds the password, which keeps it out of keeling.yaml and the
 *     environment. A line break at the end of the file is ignored
 * @param connectTimeout longest wait for a connection before the database counts as away, 1 s to 5
 *     min. A reader of the desk waits at most 3 s, whatever is set here
 * @param statementTimeout time after which the server ends a statement or an idle transaction, 1 s
 *     to 5 min. A batch of the sink takes well under a second; the limit frees the locks of a sink
 *     that hangs. A reader's query has at most 5 s
 */
public record DatabaseConfig(
    String url,
    String user,
    @Nullable String password,
    @Nullable Path passwordFile,
    Duration connectTimeout,
    Duration statementTimeout) {

  public DatabaseConfig {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException("url must start with jdbc:postgresql:");
    }
    if (url.toLowerCase(Locale.ROOT).contains("password=")) {
      throw new IllegalArgumentException(
          "url must not hold a password; use password or passwordFile");
    }
    if (user.isBlank()) {
      throw new IllegalArgumentException("user must not be blank");
    }
    if (password != null && passwordFile != null) {
      throw new IllegalArgumentException("password and passwordFile must not both be given");
    }
    Checks.between("connectTimeout", connectTimeout, Duration.ofSeconds(1), Duration.ofMinutes(5));
    // The maximum stays below six minutes, after which a waiting role counts as stopped for good.
    Checks.between(
        "statementTimeout", statementTimeout, Duration.ofSeconds(1), Duration.ofMinutes(5));
  }

  /** The defaults: the database {@code keeling} on this machine. */
  public static DatabaseConfig defaults() {
    return at("jdbc:postgresql://localhost:5432/keeling", "keeling");
  }

  /** The defaults for another database, without a password. */
  public static DatabaseConfig at(String url, String user) {
    return new DatabaseConfig(
        url, user, null, null, Duration.ofSeconds(10), Duration.ofSeconds(30));
  }

  /**
   * The password, from this setting or from its file; null if there is none.
   *
   * @throws IllegalArgumentException if the file cannot be read
   */
  public @Nullable String readPassword() {
    return PasswordSetting.read(password, passwordFile);
  }

  /** Leaves out the password, and the parameters of the address. */
  @Override
  public String toString() {
    return url.replaceFirst("[?].*", "") + " as " + user;
  }
}
