package io.keeling.desk.messages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages of the desk. */
public final class Languages {

  /** The default language. */
  public static final Messages ENGLISH = Messages.load("en");

  /** To add a language, add its file and list it here. */
  private static final List<Messages> ALL = List.of(ENGLISH, Messages.load("de"));

  private static final List<String> CODES = ALL.stream().map(Messages::code).toList();

  /** Longest Accept-Language header that is read, in characters: room for dozens of languages. */
  private static final int LONGEST_HEADER = 500;

  private Languages() {}

  public static List<Messages> all() {
    return ALL;
  }

  /** A language by its code; empty if the desk does not have it. */
  public static Optional<Messages> of(@Nullable String code) {
    return ALL.stream().filter(messages -> messages.code().equals(code)).findFirst();
  }

  /**
   * The best language for a browser.
   *
   * @param header value of {@code Accept-Language} (RFC 9110, section 12.5.4), null if the browser
   *     sends none
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

  /** All codes, for error messages. */
  public static String codes() {
    return String.join(" or ", CODES);
  }
}
