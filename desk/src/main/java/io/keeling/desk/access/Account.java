package io.keeling.desk.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A user account. Immutable; threads may share it.
 *
 * @param id its key in the database
 * @param name see {@link #name(String)}
 */
public record Account(long id, String name, Role role) {

  /** Valid names: room for mail addresses, and no character that breaks a log or a page. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,63}");

  /** Returns the account name in lower case; empty if the text is no valid name. */
  public static Optional<String> name(String written) {
    String name = written.strip().toLowerCase(Locale.ROOT);
    return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
  }
}
