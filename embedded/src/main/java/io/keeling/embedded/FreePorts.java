package io.keeling.embedded;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds ports that nothing listens on, for servers whose port must be known before they start.
 *
 * <p>They lie below the ports that systems give to outgoing connections (from 32768 on in Linux,
 * from 49152 on in RFC 6335), so that no connection takes one before the server does. A process
 * gets no port twice until it has had all of them, for a port that was handed out may not be
 * listened on yet.
 */
public final class FreePorts {

  /** The lowest port that is given out; below it are the ports of well-known servers. */
  private static final int LOWEST = 10_000;

  /**
   * The first port that is not given out: the first of those that Linux gives to outgoing
   * connections ({@code ip_local_port_range}).
   */
  private static final int BEYOND = 32_768;

  /** Maximum number of ports tried. */
  private static final int TRIES = 1_000;

  /**
   * The port that is tried next. It begins anywhere, so that processes do not follow on each
   * other's heels.
   */
  private static final AtomicInteger NEXT =
      new AtomicInteger(new Random().nextInt(BEYOND - LOWEST));

  private FreePorts() {}

  /**
   * One.
   *
   * @throws IllegalStateException if none of a thousand is free
   */
  public static int find() {
    return find(1).get(0);
  }

  /**
   * Several different ones.
   *
   * @throws IllegalStateException if of a thousand not so many are free
   */
  public static List<Integer> find(int count) {
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < TRIES && ports.size() < count; i++) {
      int port = LOWEST + Math.floorMod(NEXT.getAndIncrement(), BEYOND - LOWEST);
      if (isFree(port)) {
        ports.add(port);
      }
    }
    if (ports.size() < count) {
      throw new IllegalStateException("no " + count + " free ports from " + LOWEST + " on");
    }
    return List.copyOf(ports);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
