package io.keeling.ingest;

import io.keeling.embedded.kafka.EmbeddedKafka;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Kafka in a process of its own, which can be killed. Not for sharing between threads. */
public final class KafkaServer implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final Path directory;
  private final int port;
  private Process process;

  /** Starts it. */
  public static KafkaServer start(Path directory) throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      KafkaServer server = new KafkaServer(directory, free.getLocalPort());
      free.close();
      server.start();
      return server;
    }
  }

  private KafkaServer(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  /** Starts it again after {@link #kill}, where it was and with what it had. */
  public void start() throws IOException {
    process = IngestProcess.java(KafkaServer.class, directory.toString(), "" + port).start();
    Awaitility.await().atMost(START_LIMIT).until(this::answers);
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** {@code kill -9}; it is dead when this returns. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets it do nothing more until {@link #resume}; its connections stay open. */
  public void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Lets it go on. */
  public void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }

  /** Kafka until it is killed: {@code DIRECTORY PORT}. */
  public static void main(String[] arguments) throws Exception {
    EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    Thread.currentThread().join();
  }
}
