package io.keeling.desk.web;

import io.javalin.http.Context;
import io.keeling.contract.digest.Sha256;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Answers conditional requests with 304 if nothing has changed (RFC 9110, section 13).
 *
 * <p>The entity tag is a digest of the content. It is weak, since the answer may or may not be
 * compressed.
 */
public final class Conditional {

  /**
   * Minimum age of a modification time for it to be sent, in seconds. HTTP dates have whole
   * seconds, and the content may change again within the latest second.
   */
  private static final int SETTLED_SECONDS = 2;

  /** Bytes of the digest in an entity tag: with 96 bits, no two states collide by chance. */
  private static final int DIGEST_BYTES = 12;

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Conditional() {}

  /** Sends a page without a modification time, such as a page with counts. */
  public static void send(Context context, byte[] body, String contentType) {
    send(context, body, contentType, null);
  }

  /**
   * Sends a list, or 304 if it has not changed.
   *
   * @param changed when its newest entry was stored, null if it is empty
   */
  public static void send(
      Context context, byte[] body, String contentType, @Nullable Instant changed) {
    String tag = tag(body);
    context.header("ETag", tag);
    context.header("Cache-Control", "no-cache");
    boolean settled =
        changed != null
            && changed.isBefore(Instant.now().minus(SETTLED_SECONDS, ChronoUnit.SECONDS));
    String date = settled ? HTTP_DATE.format(changed) : null;
    if (date != null) {
      context.header("Last-Modified", date);
    }
    if (isKnown(context, tag, date)) {
      context.status(304);
    } else {
      context.contentType(contentType).result(body);
    }
  }

  /**
   * Compares the entity tag or, if the request has none, the modification time. The times must be
   * equal: after a takedown the newest entry may be older than before.
   */
  private static boolean isKnown(Context context, String tag, @Nullable String date) {
    String tags = context.header("If-None-Match");
    if (tags == null) {
      return date != null && date.equals(context.header("If-Modified-Since"));
    }
    for (String each : tags.split(",", -1)) {
      String known = each.strip();
      if (known.equals("*") || strong(known).equals(strong(tag))) {
        return true;
      }
    }
    return false;
  }

  private static String strong(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  private static String tag(byte[] body) {
    return "W/\"" + Sha256.hex(body, DIGEST_BYTES) + '"';
  }
}
