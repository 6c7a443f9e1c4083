package io.keeling.desk.messages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages that the desk speaks. */
public final class Languages {

  /** What everybody gets whose language the desk does not speak. */
  public static final Messages ENGLISH = Messages.load("en");

  /** A further language is a further file, named here. */
  private static final List<Messages> ALL = List.of(ENGLISH, Messages.load("de"));

  private static final List<String> CODES = ALL.stream().map(Messages::code).toList();

  /** Browsers send some dozen languages at most. */
  private static final int LONGEST_HEADER = 500;

  private Languages() {}

  /** Every language, in the order of the switch. */
  public static List<Messages> all() {
    return ALL;
  }

  /** A language by its code, or nothing where the desk does not speak it. */
  public static Optional<Messages> of(@Nullable String code) {
    return ALL.stream().filter(messages -> messages.code().equals(code)).findFirst();
  }

  /**
   * The language that a browser likes best of those the desk speaks.
   *
   * @param header value of {@code Accept-Language} (RFC 9110, section 12.5.4), none where it sends
   *     none
   */
  public static Messages accepted(@Nullable String header) {
    if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
      return ENGLISH;
    }
    try {
      return of(Locale.lookupTag(Locale.LanguageRange.parse(header), CODES)).orElse(ENGLISH);
    } catch (IllegalArgumentException e) {
      return ENGLISH;
    }
  }

  /** The codes, for an answer that says what is allowed. */
  public static String codes() {
    return String.join(" or ", CODES);
  }
}
