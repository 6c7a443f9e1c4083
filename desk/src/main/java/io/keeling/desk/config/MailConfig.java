package io.keeling.desk.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.keeling.runtime.config.Checks;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How followers are told by e-mail. Immutable; threads may share it.
 *
 * @param host server that takes mail for others (SMTP); none, and nobody is told by mail
 * @param port its port
 * @param security {@code tls} from the first byte, {@code starttls}, without which nothing is sent,
 *     or {@code none}, which is for a server on this machine
 * @param user user to log in as, none where the server wants no log-in
 * @param password its password
 * @param passwordFile file with the password, instead of it
 * @param from address that messages are from
 */
public record MailConfig(
    @Nullable String host,
    int port,
    Security security,
    @Nullable String user,
    @Nullable String password,
    @Nullable Path passwordFile,
    String from) {

  /** How the connection to the mail server is encrypted. */
  public enum Security {
    @JsonProperty("tls")
    TLS,
    @JsonProperty("starttls")
    STARTTLS,
    @JsonProperty("none")
    NONE;

    /** The name in the settings. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public MailConfig {
    Checks.between("port", port, 1, Checks.HIGHEST_PORT);
    if (security == null) {
      throw new IllegalArgumentException("security must be tls, starttls or none");
    }
    if (password != null && passwordFile != null) {
      throw new IllegalArgumentException("passwordFile must be given only without password");
    }
    if (from == null || !from.matches("[^\\s@<>]{1,64}@[^\\s@<>]{1,253}")) {
      throw new IllegalArgumentException("from must be an address such as desk@example.org");
    }
  }

  public static MailConfig defaults() {
    return new MailConfig(null, 587, Security.STARTTLS, null, null, null, "keeling@localhost");
  }

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "MailConfig[" + host + ":" + port + " as " + user + "]";
  }
}
