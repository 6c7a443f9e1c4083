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
 * Why there was no complete answer. The words of a constant begin the line in {@code
 * keeling-problem}, so that readers of the line can count the reasons.
 */
public enum NoAnswer {
  /** The host's name has no address. */
  UNKNOWN_HOST("unknown host"),
  /** No complete answer arrived in time. */
  TIMED_OUT("timed out"),
  /** The host or its network refuses connections. */
  NO_CONNECTION("no connection"),
  /** No secure connection, usually because of the certificate. */
  TLS_FAILURE("TLS failure"),
  /** The connection broke, or the answer was not HTTP. */
  BROKEN_EXCHANGE("broken exchange");

  private final String words;

  NoAnswer(String words) {
    this.words = words;
  }

  /** The form in metrics, such as {@code timed-out}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reason at the beginning of a line made by {@link #line}; empty for any other line. */
  public static Optional<NoAnswer> of(String line) {
    return Stream.of(values()).filter(reason -> line.startsWith(reason.words)).findFirst();
  }

  static String line(IOException e) {
    NoAnswer reason = of(e);
    if (reason == UNKNOWN_HOST) {
      return reason.words; // The message is the host name, which is in the address.
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
