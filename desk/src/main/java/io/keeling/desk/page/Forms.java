package io.keeling.desk.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.keeling.desk.access.Caller;
import io.keeling.desk.access.Role;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the pages with forms share. */
public final class Forms {

  private static final int UNPROCESSABLE = 422;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  /** Longer fields are no names, passwords or addresses of ours. */
  private static final int LONGEST = 2_000;

  /** How soon a busy desk may be asked again, in seconds. Chosen: many times what a check takes. */
  private static final long BUSY_SECONDS = 5;

  private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

  private Forms() {}

  /** A field of a form; empty where it is missing or longer than anything that is asked for. */
  public static String field(Context context, String name) {
    String value = context.formParam(name);
    return value == null || value.length() > LONGEST ? "" : value;
  }

  /** A text of a form, however long; empty where it is missing. */
  public static String text(Context context, String name) {
    String value = context.formParam(name);
    return value == null ? "" : value;
  }

  /** The number in the address; one that nothing has where it is none. */
  public static long id(Context context) {
    return number(context.pathParam("id"), -1);
  }

  /** A number; another one where it is none. */
  public static long number(@Nullable String text, long otherwise) {
    return text != null && ID.matcher(text).matches() ? Long.parseLong(text) : otherwise;
  }

  /** What the forms of a page must carry. Nobody keeps a page with them. */
  public static String token(Context context) {
    context.header("Cache-Control", "no-store");
    return Caller.of(context).formToken();
  }

  /** The same for forms of editors; null for whom may change nothing. */
  public static @Nullable String tokenOfEditor(Context context) {
    return Caller.of(context).may(Role.EDITOR) ? token(context) : null;
  }

  /** Says in the status that a form is not filled in as it must be. */
  public static void unprocessable(Context context) {
    context.status(UNPROCESSABLE);
  }

  /** Says in the status that somebody tries too often, and when the next try is listened to. */
  public static void throttled(Context context, long seconds) {
    refuse(context, TOO_MANY_REQUESTS, seconds);
  }

  /** Says in the status that the desk has no room for another password at the moment. */
  public static void busy(Context context) {
    refuse(context, UNAVAILABLE, BUSY_SECONDS);
  }

  private static void refuse(Context context, int status, long seconds) {
    context.status(status);
    context.header("Retry-After", Long.toString(seconds));
  }

  /** Has the browser ask for a page after a change, so that asking again changes nothing. */
  public static void goTo(Context context, String path) {
    context.header("Cache-Control", "no-store");
    context.redirect(path, HttpStatus.SEE_OTHER);
  }

  /** An address of this desk to come back to; the first page where it is anything else. */
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
