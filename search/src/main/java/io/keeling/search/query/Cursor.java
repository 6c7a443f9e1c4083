package io.keeling.search.query;

import io.keeling.contract.digest.Sha256;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * The place in a result after which the next page starts: the sort keys of the last article shown.
 *
 * <p>A digest binds its text to the filters and the order it was made for, so that a damaged
 * cursor, or one of another query, is refused. The digest uses no secret: a forged cursor can only
 * start a page elsewhere, and any instance can read another's.
 *
 * @param sort the order it was made for
 * @param sortedAt the last article's moment in the order, to the microsecond
 * @param id the last article's id
 * @param score its score, 0 where the order is not by relevance
 * @param asOf the moment for which scores were computed, so that all pages agree
 */
public record Cursor(Sort sort, Instant sortedAt, String id, double score, Instant asOf) {

  private static final byte FORMAT = 1;

  /** Bytes of the digest that detects a damaged cursor: 64 bits hardly match by chance. */
  private static final int DIGEST_BYTES = 8;

  /** Longest cursor that is read: ours are shorter. */
  private static final int LONGEST_TEXT = 400;

  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;

  public Cursor {
    Objects.requireNonNull(sort, "sort");
    Objects.requireNonNull(id, "id");
    sortedAt = sortedAt.truncatedTo(ChronoUnit.MICROS);
    asOf = moment(asOf);
  }

  /** Rounds a moment to the precision of {@link #asOf}. */
  public static Instant moment(Instant asOf) {
    return asOf.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * The same cursor without the time of the request, which matters only for scores: equal results
   * then have equal cursors.
   */
  public Cursor settled() {
    return sort == Sort.RELEVANCE ? this : new Cursor(sort, sortedAt, id, score, sortedAt);
  }

  /** The cursor as it travels in a query string. */
  public String encode(Filters filters) {
    byte[] idBytes = id.getBytes(StandardCharsets.UTF_8);
    ByteBuffer body = ByteBuffer.allocate(2 + 8 + 8 + 8 + idBytes.length);
    body.put(FORMAT).put((byte) sort.ordinal()).putLong(micros(sortedAt));
    body.putDouble(score).putLong(asOf.getEpochSecond()).put(idBytes);
    byte[] whole = Arrays.copyOf(body.array(), body.capacity() + DIGEST_BYTES);
    System.arraycopy(digest(body.array(), filters), 0, whole, body.capacity(), DIGEST_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /** Reads a cursor; empty if it was not made for these filters and this order. */
  static Optional<Cursor> decode(String text, Filters filters, Sort sort) {
    if (text.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    try {
      byte[] whole = Base64.getUrlDecoder().decode(text);
      int length = whole.length - DIGEST_BYTES;
      if (length < 1) {
        return Optional.empty();
      }
      byte[] body = Arrays.copyOf(whole, length);
      if (!MessageDigest.isEqual(
          digest(body, filters), Arrays.copyOfRange(whole, length, whole.length))) {
        return Optional.empty();
      }
      return read(ByteBuffer.wrap(body)).filter(cursor -> cursor.sort == sort);
    } catch (IllegalArgumentException | DateTimeException | BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private static Optional<Cursor> read(ByteBuffer body) {
    if (body.get() != FORMAT) {
      return Optional.empty();
    }
    byte order = body.get();
    if (order < 0 || order >= Sort.values().length) {
      return Optional.empty();
    }
    Instant sortedAt = Instant.EPOCH.plus(body.getLong(), ChronoUnit.MICROS);
    double score = body.getDouble();
    Instant asOf = Instant.ofEpochSecond(body.getLong());
    String id = StandardCharsets.UTF_8.decode(body).toString();
    return isSearchable(sortedAt) && isSearchable(asOf) && id.indexOf('\u0000') < 0
        ? Optional.of(new Cursor(Sort.values()[order], sortedAt, id, score, asOf))
        : Optional.empty();
  }

  private static boolean isSearchable(Instant moment) {
    return !moment.isBefore(QueryParser.EARLIEST) && !moment.isAfter(QueryParser.LATEST);
  }

  private static long micros(Instant instant) {
    // ChronoUnit.MICROS counts in nanoseconds, and a long holds only 292 years of those.
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND),
        instant.getNano() / NANOS_PER_MICRO);
  }

  private static byte[] digest(byte[] body, Filters filters) {
    MessageDigest digest = Sha256.begin();
    digest.update(body);
    digest.update(filters.canonical().getBytes(StandardCharsets.UTF_8));
    return Arrays.copyOf(digest.digest(), DIGEST_BYTES);
  }
}
