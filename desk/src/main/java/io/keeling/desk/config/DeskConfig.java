package io.keeling.desk.config;

import io.keeling.runtime.config.Checks;
import io.keeling.runtime.config.Fixed;
import io.keeling.runtime.health.ProgressLimits;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the editors' desk is served. Immutable; threads may share it.
 *
 * @param bindAddress address to listen on. The default is this machine alone; 0.0.0.0 is all
 *     interfaces
 * @param port TCP port to listen on, 0 for any free one
 * @param publicUrl address at which readers' browsers reach the desk. Links in feeds and alerts
 *     begin with it, and sign-in depends on it. While it is not set, it is {@code http://localhost}
 *     with {@code port}
 * @param title name at the head of every page, 1 to 60 characters
 * @param pageSize articles on a page where the query does not say, 1 to 200
 * @param listeners most live streams open at once, 1 to 10,000. Each holds a connection
 * @param rateLimit how often a client may ask
 * @param search the search index
 * @param progress how long records may wait without one being indexed
 * @param access who may use the desk
 * @param alerts how people learn of new articles of a saved search
 */
public record DeskConfig(
    String bindAddress,
    int port,
    URI publicUrl,
    String title,
    int pageSize,
    int listeners,
    RateLimit rateLimit,
    Search search,
    @Fixed ProgressLimits progress,
    AccessConfig access,
    AlertsConfig alerts) {

  private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");

  public DeskConfig {
    require(
        bindAddress != null && !bindAddress.isBlank(),
        "bindAddress",
        "a host name or address",
        bindAddress);
    Checks.between("port", port, 0, Checks.HIGHEST_PORT);
    require(
        publicUrl != null && isPublic(publicUrl),
        "publicUrl",
        "an http or https address without user, query and fragment",
        publicUrl == null ? null : publicUrl.toString().replaceFirst("//[^/@]*@", "//...@"));
    require(
        title != null && !title.isBlank() && title.length() <= 60,
        "title",
        "1 to 60 characters",
        title);
    Checks.between("pageSize", pageSize, 1, 200);
    Checks.between("listeners", listeners, 1, 10_000);
  }

  public static DeskConfig defaults() {
    return new DeskConfig(
        "127.0.0.1",
        8080,
        URI.create("http://localhost:8080"),
        "Keeling",
        20,
        200,
        RateLimit.defaults(),
        Search.defaults(),
        ProgressLimits.defaults(),
        AccessConfig.defaults(),
        AlertsConfig.defaults());
  }

  /**
   * Whether anybody may read: as it is set, or where the desk listens on this machine alone. An
   * address that is not known counts as another's.
   */
  public boolean openReading() {
    Boolean set = access.openReading();
    if (set != null) {
      return set;
    }
    try {
      return InetAddress.getByName(bindAddress).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Whether readers use TLS. */
  public boolean encrypted() {
    return "https".equals(publicUrl.getScheme());
  }

  /** The public address without a trailing slash. */
  public String baseUrl() {
    return publicUrl.toString().replaceAll("(?<!/)/+$", "");
  }

  /** Whether an address is a public page, which browsers isolate by origin. */
  private static boolean isPublic(URI address) {
    return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
        && address.getHost() != null
        && address.getRawUserInfo() == null
        && address.getRawQuery() == null
        && address.getRawFragment() == null
        && address.getPort() != 0
        && address.getPort() <= Checks.HIGHEST_PORT;
  }

  private static void require(boolean holds, String key, String allowed, @Nullable Object found) {
    if (!holds) {
      throw new IllegalArgumentException(key + " must be " + allowed + ", not " + found);
    }
  }

  /**
   * How often a client may ask; what is over it is answered with status 429.
   *
   * @param requestsPerMinute most requests of a client in a minute, 0 to 1,000,000; 0 is no limit.
   *     A client is an IPv4 address or an IPv6 network (/64). This machine itself is not limited
   * @param clientHeader header in which a proxy names the client, such as {@code X-Forwarded-For};
   *     its last value counts. Set it only where every request comes through that proxy, because
   *     anybody can send a header
   */
  public record RateLimit(int requestsPerMinute, @Nullable String clientHeader) {

    public RateLimit {
      Checks.between("requestsPerMinute", requestsPerMinute, 0, 1_000_000);
      require(
          clientHeader == null || HEADER_NAME.matcher(clientHeader).matches(),
          "clientHeader",
          "the name of a header",
          clientHeader);
    }

    /** Ten a second: more than a reader needs, and little for the desk. */
    public static RateLimit defaults() {
      return new RateLimit(600, null);
    }
  }

  /**
   * The search index, which each desk has for itself. Immutable; threads may share it.
   *
   * @param directory directory of the search index. Every desk needs its own. If it is lost, it is
   *     rebuilt from Kafka, which takes a quarter of an hour for a million articles
   * @param synonyms file of synonyms to use instead of the one that comes with Keeling. Each line
   *     has the names of one thing, comma-separated
   * @param processorTime most processor time that a request may use in the index, 100 ms to 10 min.
   *     The time of all threads adds up. The default is several times what a common word takes
   *     among a million articles. A request that needs more is answered with status 422
   */
  public record Search(Path directory, @Nullable Path synonyms, Duration processorTime) {

    public Search {
      Checks.between(
          "processorTime", processorTime, Duration.ofMillis(100), Duration.ofMinutes(10));
    }

    /** The index beside the other data. */
    public static Search defaults() {
      return new Search(Path.of("data", "search"), null, Duration.ofSeconds(2));
    }

    public Search in(Path other) {
      return new Search(other, synonyms, processorTime);
    }

    public Search withProcessorTime(Duration other) {
      return new Search(directory, synonyms, other);
    }
  }
}
