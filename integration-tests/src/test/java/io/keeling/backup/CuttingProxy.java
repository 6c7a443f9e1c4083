package io.keeling.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Passes connections on to a port, and cuts those that say a given word. Threads may share it. */
final class CuttingProxy implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final int to;
  private volatile @Nullable String cutAt;

  CuttingProxy(int to) throws IOException {
    this.to = to;
    threads.execute(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Cuts each connection in whose direction to the server this comes; null cuts none. */
  void cutAt(@Nullable String word) {
    cutAt = word;
  }

  /** All that was said to the server so far. */
  String said() {
    synchronized (said) {
      return said.toString(StandardCharsets.ISO_8859_1);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Socket upstream = new Socket(InetAddress.getLoopbackAddress(), to);
        threads.execute(() -> pass(client, upstream, true));
        threads.execute(() -> pass(upstream, client, false));
      } catch (IOException e) {
        // Closed: the loop ends.
      }
    }
  }

  private void pass(Socket from, Socket to, boolean request) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (request && isCut(buffer, read)) {
          return;
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // The other side has ended.
    }
  }

  private boolean isCut(byte[] bytes, int length) {
    String word = cutAt;
    synchronized (said) {
      said.write(bytes, 0, length);
    }
    return word != null && new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(word);
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
