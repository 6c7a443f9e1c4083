package io.keeling.desk.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.keeling.runtime.config.Checks;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the desk sends e-mail. Immutable; threads may share it.
 *
 * @param host SMTP server that sends the desk's e-mail. While it is not set, no alert is sent by
 *     e-mail
 * @param port port of the SMTP server
 * @param security {@code starttls}, {@code tls} from the first byte, or {@code none}, for a server
 *     on this machine. With {@code starttls}, nothing is sent to a server that does not offer it
 * @param user name to log in with. Leave it out if the server asks for no log-in
 * @param password password of {@code user}. Give either this or {@code passwordFile}
 * @param passwordFile file that holds the password
 * @param from sender's address of the e-mail
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
