package io.keeling.newsroom.server;

import io.keeling.newsroom.route.Visit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Conditional requests (RFC 9110, section 13). Immutable and safe to share between threads. */
public final class Validators {

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

  private final boolean tags;
  private final boolean dates;

  /** Of a server that sends {@code etag}, {@code last-modified}, both or none. */
  public Validators(List<String> names) {
    this.tags = names.contains("etag");
    this.dates = names.contains("last-modified");
  }

  /** Sends a page, or 304 if the client has it. */
  public void send(
      Visit visit, String contentType, byte[] body, OffsetDateTime changed, boolean gzip)
      throws IOException {
    String tag = '"' + digest(body) + '"';
    if (tags) {
      visit.headers().set("ETag", tag);
    }
    if (dates) {
      visit.headers().set("Last-Modified", httpDate(changed));
    }
    visit.headers().set("Cache-Control", "max-age=60");
    if (holds(visit, tag, changed)) {
      visit.send(304);
    } else {
      visit.send(200, contentType, body, gzip);
    }
  }

  private boolean holds(Visit visit, String tag, OffsetDateTime changed) {
    String known = visit.requestHeader("If-None-Match");
    if (known != null) {
      return tags && (known.contains(tag) || known.strip().equals("*"));
    }
    String since = visit.requestHeader("If-Modified-Since");
    if (since == null || !dates) {
      return false;
    }
    try {
      ZonedDateTime time = ZonedDateTime.parse(since, DateTimeFormatter.RFC_1123_DATE_TIME);
      return changed.toEpochSecond() <= time.toEpochSecond();
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static String httpDate(OffsetDateTime time) {
    return HTTP_DATE.format(time.withOffsetSameInstant(ZoneOffset.UTC));
  }

  private static String digest(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().toHexDigits(ByteBuffer.wrap(hash).getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
