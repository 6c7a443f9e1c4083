package io.keeling.desk.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.keeling.desk.messages.Languages;
import io.keeling.desk.messages.Messages;
import java.time.Duration;
import java.util.Optional;

/**
 * Determines a reader's language: from the language switch in this request, from its earlier use,
 * or from what the browser accepts.
 *
 * <p>The switch is the parameter {@link #PARAMETER}. Its value is kept in a cookie of the same
 * name, which holds only the code of a language. Languages that the desk does not have are ignored.
 */
public final class ReaderLanguage {

  /** Name of the parameter and of the cookie. */
  public static final String PARAMETER = "lang";

  /** How long a browser keeps the choice: a year. Browsers limit cookies to some 400 days. */
  private static final Duration KEPT = Duration.ofDays(365);

  private ReaderLanguage() {}

  /** The reader's language for a page; adds the header {@code Vary}. */
  public static Messages of(Context context) {
    context.res().addHeader("Vary", "Accept-Language, Cookie");
    Optional<Messages> switched = Languages.of(context.queryParam(PARAMETER));
    switched.ifPresent(messages -> keep(context, messages));
    return switched
        .or(() -> Languages.of(context.cookie(PARAMETER)))
        .orElseGet(() -> Languages.accepted(context.header("Accept-Language")));
  }

  /** The language that a program requests; empty if the desk does not have it. */
  public static Optional<Messages> ofProgram(Context context) {
    String asked = context.queryParam(PARAMETER);
    return asked == null || asked.isBlank()
        ? Optional.of(Languages.ENGLISH)
        : Languages.of(asked.strip());
  }

  /** The failure for a language that the desk does not have. */
  public static Failure unknown() {
    return Failure.badParameter(PARAMETER, PARAMETER + " must be " + Languages.codes());
  }

  private static void keep(Context context, Messages messages) {
    context.cookie(
        new Cookie(
            PARAMETER,
            messages.code(),
            "/",
            Math.toIntExact(KEPT.toSeconds()),
            false,
            true,
            null,
            SameSite.LAX));
  }
}
