package io.keeling.newsroom;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the fictional press is served.
 *
 * @param bindAddress address to listen on; default loopback, {@code 0.0.0.0} in a container
 * @param port port to listen on, 0 to 65535; default 0, any free one
 * @param domain what follows an outlet's id in its host name; default {@code localhost}, which
 *     browsers take to loopback without asking a name server (RFC 6761, section 6.3)
 * @param correctAfter how long after the start the corrected versions of articles are served,
 *     unless {@link Newsroom#correctAll} comes first; null, the default, for never; zero for at
 *     once, seconds resolution is plenty
 * @param retryAfter what the overloaded page asks for in {@code Retry-After}, whole seconds, 1 s to
 *     1 h; default 2 s, so that a test need not wait long
 * @param slowPause pause between two bytes of the slow page, 1 ms to 1 min; default 250 ms
 */
public record NewsroomConfig(
    InetAddress bindAddress,
    int port,
    String domain,
    @Nullable Duration correctAfter,
    Duration retryAfter,
    Duration slowPause) {

  /** Checks every value. */
  public NewsroomConfig {
    Objects.requireNonNull(bindAddress, "bindAddress");
    require(port >= 0 && port <= 65_535, "port must be 0 to 65535, not " + port);
    require(
        domain.matches("[a-z0-9]([a-z0-9.-]{0,98}[a-z0-9])?"),
        "domain must be a host name in lower case, not \"" + domain + "\"");
    require(
        correctAfter == null || !correctAfter.isNegative(),
        "correctAfter must not be negative, but is " + correctAfter);
    require(
        within(retryAfter, Duration.ofSeconds(1), Duration.ofHours(1)),
        "retryAfter must be 1 s to 1 h, not " + retryAfter);
    require(
        within(slowPause, Duration.ofMillis(1), Duration.ofMinutes(1)),
        "slowPause must be 1 ms to 1 min, not " + slowPause);
  }

  /** Loopback, any free port, {@code *.localhost}, no correction until it is asked for. */
  public static NewsroomConfig defaults() {
    return new NewsroomConfig(
        InetAddress.getLoopbackAddress(),
        0,
        "localhost",
        null,
        Duration.ofSeconds(2),
        Duration.ofMillis(250));
  }

  /** The same on another port. */
  public NewsroomConfig withPort(int newPort) {
    return new NewsroomConfig(bindAddress, newPort, domain, correctAfter, retryAfter, slowPause);
  }

  /** The same on another address. */
  public NewsroomConfig withBindAddress(InetAddress address) {
    return new NewsroomConfig(address, port, domain, correctAfter, retryAfter, slowPause);
  }

  /** The same under another domain, such as {@code newsroom} for {@code herald.newsroom}. */
  public NewsroomConfig withDomain(String newDomain) {
    return new NewsroomConfig(bindAddress, port, newDomain, correctAfter, retryAfter, slowPause);
  }

  /** The same with corrections after a time; null for never. */
  public NewsroomConfig withCorrectAfter(@Nullable Duration time) {
    return new NewsroomConfig(bindAddress, port, domain, time, retryAfter, slowPause);
  }

  /** The same with another {@code Retry-After} of the overloaded page. */
  public NewsroomConfig withRetryAfter(Duration time) {
    return new NewsroomConfig(bindAddress, port, domain, correctAfter, time, slowPause);
  }

  /** The same with another pause between the bytes of the slow page. */
  public NewsroomConfig withSlowPause(Duration time) {
    return new NewsroomConfig(bindAddress, port, domain, correctAfter, retryAfter, time);
  }

  private static boolean within(Duration value, Duration least, Duration most) {
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
