package io.keeling.ingest;

import io.keeling.embedded.kafka.EmbeddedKafka;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Kafka for tests, in this process or in one of its own. Not for sharing between threads. */
interface KafkaServer extends AutoCloseable {

  void start() throws IOException;

  /** {@code kill -9}. */
  void kill() throws InterruptedException;

  String bootstrapServers();

  @Override
  void close() throws InterruptedException;

  /** In this process; it cannot be killed. */
  static KafkaServer here(Path directory) {
    return new KafkaServer() {
      private EmbeddedKafka kafka;

      @Override
      public void start() throws IOException {
        kafka = EmbeddedKafka.start(directory);
      }

      @Override
      public void kill() {
        throw new UnsupportedOperationException("it is in this process");
      }

      @Override
      public String bootstrapServers() {
        return kafka.bootstrapServers();
      }

      @Override
      public void close() {
        kafka.close();
      }
    };
  }

  /** In a process of its own. */
  static KafkaServer process(Path directory) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    return new KafkaServer() {
      private Process process;

      @Override
      public void start() throws IOException {
        process = IngestProcess.java(Main.class, directory.toString(), "" + port).start();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(this::answers);
      }

      private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
          return socket.isConnected();
        } catch (IOException e) {
          return false;
        }
      }

      @Override
      public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
      }

      @Override
      public String bootstrapServers() {
        return "127.0.0.1:" + port;
      }

      @Override
      public void close() throws InterruptedException {
        kill();
      }
    };
  }

  /** Kafka until it is killed: {@code DIRECTORY PORT}. */
  final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
      EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
      Thread.currentThread().join();
    }
  }
}
