package io.keeling.desk.web;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;

/** How many connections a server takes at a time. */
public final class Connections {

  /**
   * Idle timeout in milliseconds while all connections are taken, so that idle ones do not keep
   * others out. A request in progress is not idle.
   */
  private static final long CROWDED_IDLE_MILLIS = 5_000;

  private Connections() {}

  /**
   * Limits the connections of a server to a number, and to half of the files that the process may
   * open: the rest is for the database, for health checks, and for Kafka where all roles share a
   * process.
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
