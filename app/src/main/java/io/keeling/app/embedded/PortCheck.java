package io.keeling.app.embedded;

import io.keeling.app.failure.UserException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Checks that a port is free before anything starts, so that the error is one clear line. */
public final class PortCheck {

  private PortCheck() {}

  /** Refuses a port in use, naming the setting that changes it. */
  public static void requireFree(String address, int port, String purpose, String key) {
    require(address, port, purpose, key + " in keeling.yaml or the environment");
  }

  /**
   * Refuses a port in use.
   *
   * @param with the option, or other means, that changes the port
   */
  public static void require(String address, int port, String purpose, String with) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
    } catch (IOException e) {
      throw new UserException(
          "port %d, for %s, is taken. Stop what uses it, or choose another with %s."
              .formatted(port, purpose, with),
          e);
    }
  }
}
