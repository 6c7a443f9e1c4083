package io.keeling.desk.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.keeling.desk.access.Caller;
import io.keeling.desk.access.Role;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Helpers for pages with forms. */
public final class Forms {

  private static final int UNPROCESSABLE = 422;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  /** Longest field that is read, in characters. Names, passwords and addresses are shorter. */
  private static final int LONGEST = 2_000;

  /** Seconds until a busy desk may be asked again: as long as a password waits for its turn. */
  private static final long BUSY_SECONDS = 5;

  private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

  private Forms() {}

  /** A form field; empty if it is missing or too long. */
  public static String field(Context context, String name) {
    String value = context.formParam(name);
    return value == null || value.length() > LONGEST ? "" : value;
  }

  /** A form text of any length; empty if it is missing. */
  public static String text(Context context, String name) {
    String value = context.formParam(name);
    return value == null ? "" : value;
  }

  /** The id in the path; -1, which no row has, if it is not a number. */
  public static long id(Context context) {
    return number(context.pathParam("id"), -1);
  }

  /** Parses a number; the alternative if the text is not one. */
  public static long number(@Nullable String text, long otherwise) {
    return text != null && ID.matcher(text).matches() ? Long.parseLong(text) : otherwise;
  }

  /** The form token of a page. The page must not be cached, so a header says so. */
  public static String token(Context context) {
    context.header("Cache-Control", "no-store");
    return Caller.of(context).formToken();
  }

  /** The form token for editors; null for callers who may change nothing. */
  public static @Nullable String tokenOfEditor(Context context) {
    return Caller.of(context).may(Role.EDITOR) ? token(context) : null;
  }

  /** Sets status 422, for a form with invalid fields. */
  public static void unprocessable(Context context) {
    context.status(UNPROCESSABLE);
  }

  /** Sets status 429, with the seconds until the next attempt. */
  public static void throttled(Context context, long seconds) {
    refuse(context, TOO_MANY_REQUESTS, seconds);
  }

  /** Sets status 503, if too many passwords are being checked. */
  public static void busy(Context context) {
    refuse(context, UNAVAILABLE, BUSY_SECONDS);
  }

  private static void refuse(Context context, int status, long seconds) {
    context.status(status);
    context.header("Retry-After", Long.toString(seconds));
  }

  /** Redirects after a change, so that a reload does not repeat it. */
  public static void goTo(Context context, String path) {
    context.header("Cache-Control", "no-store");
    context.redirect(path, HttpStatus.SEE_OTHER);
  }

  /**
   * Returns the address to go back to, or the start page if that address is not one of this desk.
   */
  public static String back(@Nullable String next) {
    if (next == null) {
      return "/";
    }
    boolean ours =
        next.length() <= LONGEST
            && next.startsWith("/")
            && !next.startsWith("//")
            && next.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
    return ours ? next : "/";
  }
}
