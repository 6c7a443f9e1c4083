package io.keeling.newsroom.press;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * A page that is linked like an article but yields none. Immutable and safe to share.
 *
 * @param path path on the outlet's host
 * @param title the headline that links to it
 * @param published the date in the feed
 * @param kind what lies there
 * @param stage where the pipeline must notice: {@code fetch} or {@code read}
 * @param reason what the dead letter must say
 */
public record Trap(
    String path, String title, OffsetDateTime published, Kind kind, String stage, String reason) {

  /** Checks that nothing is missing. */
  public Trap {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(published, "published");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(reason, "reason");
  }

  /** What lies at the address of a trap. */
  public enum Kind {
    /** 404. */
    NOT_FOUND,
    /** 410. */
    GONE,
    /** 500, always. */
    BROKEN,
    /** Two addresses that redirect to one another. */
    REDIRECT_LOOP,
    /** A redirect to an address of a private network. */
    REDIRECT_PRIVATE,
    /** A redirect to where cloud machines keep their credentials. */
    REDIRECT_METADATA,
    /** A redirect to a {@code file:} address. */
    REDIRECT_FILE,
    /** A few hundred kilobytes that unpack to hundreds of megabytes. */
    GZIP_BOMB,
    /** A body that does not end. */
    ENDLESS,
    /** A body that comes byte by byte. */
    SLOW,
    /** Fewer bytes than Content-Length promises. */
    CUT_OFF,
    /** A PDF whose name and type say HTML. */
    NOT_HTML,
    /** 200 without a byte. */
    EMPTY,
    /** 200 with the words of an error page. */
    SOFT_404,
    /** A player and hardly a word. */
    VIDEO,
    /** Two sentences. */
    SHORT,
    /** A consent notice in place of the text. */
    CONSENT,
    /** A list of other articles. */
    INDEX
  }
}
