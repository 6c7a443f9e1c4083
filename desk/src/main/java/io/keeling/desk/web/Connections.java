package io.keeling.desk.web;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;

/** Limits the number of connections of a server. */
public final class Connections {

  /**
   * Idle timeout in milliseconds while all connections are taken, so that idle ones do not keep
   * others out. A connection with a request in progress is not idle.
   */
  private static final long CROWDED_IDLE_MILLIS = 5_000;

  private Connections() {}

  /**
   * Limits the connections of a server, at most to half of the files that the process may open. The
   * rest is left for the database, for health checks, and for Kafka if all roles share a process.
   */
  public static void limit(Server server, int most) {
    NetworkConnectionLimit limit =
        new NetworkConnectionLimit((int) Math.min(most, openFiles() / 2), server);
    limit.setEndPointIdleTimeout(CROWDED_IDLE_MILLIS);
    server.addBean(limit);
  }

  private static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : Long.MAX_VALUE;
  }
}
