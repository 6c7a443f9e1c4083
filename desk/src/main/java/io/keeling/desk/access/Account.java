package io.keeling.desk.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody who is known at the desk.
 *
 * @param id its key in the database
 * @param name what it is called, see {@link #name(String)}
 */
public record Account(long id, String name, Role role) {

  /** Chosen: has room for addresses of mail, and nothing that a log or page could misread. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,63}");

  /** A name as accounts have it, in small letters; nothing where it cannot be one. */
  public static Optional<String> name(String written) {
    String name = written.strip().toLowerCase(Locale.ROOT);
    return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
  }
}
