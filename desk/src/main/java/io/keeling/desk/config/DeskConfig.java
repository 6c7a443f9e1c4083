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
 * @param bindAddress address to listen on; the default is this machine alone, 0.0.0.0 is every
 *     interface
 * @param port TCP port, 0 for any free one
 * @param publicUrl the address readers reach the desk at, for links in feeds; while it is not set,
 *     {@code localhost} with {@code port}
 * @param title the name in the masthead
 * @param pageSize articles on a page where a query does not say; 1 to 200
 * @param listeners most live streams open at a time, each holds a connection; 1 to 10,000
 * @param rateLimit how often a client may ask
 * @param search what finds them
 * @param progress how long records may wait and none be indexed
 * @param access who may use it
 * @param alerts how followers of saved searches are told
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
   * @param requestsPerMinute requests of each client, 0 for as many as it likes; 0 to 1,000,000.
   *     Clients are told apart by their addresses, of IPv6 by the network (/64); this machine
   *     itself is not limited
   * @param clientHeader header in which a proxy in front of the desk names the client, such as
   *     {@code X-Forwarded-For}, of which the last value counts; only where all requests come by
   *     way of that proxy, since anybody can send a header
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
   * @param directory where it lies. It may be lost: it is made anew from Kafka, which takes a
   *     quarter of an hour for a million articles; no two desks may share it
   * @param synonyms a file of names of the same thing, a line each with commas between them,
   *     instead of the one that comes with Keeling
   * @param processorTime what a request may take of all processors together to find, read, count
   *     and mark; 100 ms to 10 min; the default is several times what a common word takes among a
   *     million articles. What takes more is answered with status 422
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
