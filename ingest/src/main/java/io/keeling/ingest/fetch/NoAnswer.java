package io.keeling.ingest.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Why no whole answer came. Its words begin the line that says so in {@code keeling-problem}, so
 * that whoever reads the line later can count by them.
 */
public enum NoAnswer {
  /** The host's name leads to no address. */
  UNKNOWN_HOST("unknown host"),
  /** No answer, or not all of it, came within the limits of time. */
  TIMED_OUT("timed out"),
  /** The host or its network does not take connections. */
  NO_CONNECTION("no connection"),
  /** No secure connection came about: the certificate, most often. */
  TLS_FAILURE("TLS failure"),
  /** The connection broke, or what came was no HTTP. */
  BROKEN_EXCHANGE("broken exchange");

  private final String words;

  NoAnswer(String words) {
    this.words = words;
  }

  /** The form used in metrics, such as {@code timed-out}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reason that a line of {@link #line} begins with; empty for any other line. */
  public static Optional<NoAnswer> of(String line) {
    return Stream.of(values()).filter(reason -> line.startsWith(reason.words)).findFirst();
  }

  /** One line on a failed exchange. */
  static String line(IOException e) {
    NoAnswer reason = of(e);
    if (reason == UNKNOWN_HOST) {
      return reason.words; // The message is the name, which is in the address already.
    }
    String detail = reason == BROKEN_EXCHANGE ? e.getClass().getSimpleName() + ": " : "";
    return OneLine.of(reason.words + ": " + detail + e.getMessage());
  }

  private static NoAnswer of(IOException e) {
    if (e instanceof UnknownHostException) {
      return UNKNOWN_HOST;
    }
    if (e instanceof SocketTimeoutException) {
      return TIMED_OUT;
    }
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return NO_CONNECTION;
    }
    return e instanceof SSLException ? TLS_FAILURE : BROKEN_EXCHANGE;
  }
}
