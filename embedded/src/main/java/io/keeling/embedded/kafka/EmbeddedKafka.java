package io.keeling.embedded.kafka;

import io.keeling.embedded.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.IntConsumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapDirectory;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker inside this JVM, and the controller (KRaft) of its cluster, bound to the loopback
 * address. Not for sharing between threads; clients may connect from any.
 *
 * <p>Its data survives a restart on the same directory.
 */
public final class EmbeddedKafka implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);

  /** Settings that hold a list, to which further settings add. */
  private static final Set<String> LISTS =
      Set.of("listeners", "advertised.listeners", "listener.security.protocol.map");

  /** The id of the cluster. Any valid one will do, as long as it stays the same on a directory. */
  private static final String CLUSTER_ID = "S2VlbGluZ0N1cnZlMTk1OA";

  /**
   * How long a partition's first batch in a transaction waits for the end of the producer's last
   * transaction, in milliseconds. After the broker's default of 100 the batch goes back to the
   * producer, and those that follow it are refused as out of order until it comes again. Nothing is
   * lost by that, for the producer repeats them in their order, but a busy machine logs errors.
   */
  private static final String TRANSACTION_PATIENCE = "5000";

  /**
   * Interval at which the controller writes that nothing has happened, in milliseconds. Brokers of
   * a cluster see from it how far they are behind. This broker is alone, and Kafka's default of 500
   * costs processor time while idle.
   */
  private static final String IDLE_METADATA = "10000";

  /** The id of the node that is the cluster's controller. */
  private static final int FIRST = 1;

  private final KafkaRaftServer server;
  private final int node;
  private final int port;
  private final int controllerPort;

  private EmbeddedKafka(KafkaRaftServer server, int node, int port, int controllerPort) {
    this.server = server;
    this.node = node;
    this.port = port;
    this.controllerPort = controllerPort;
  }

  /**
   * Starts a broker on a free port.
   *
   * @throws IOException if the directory cannot be written
   */
  public static EmbeddedKafka start(Path directory) throws IOException {
    return start(directory, FreePorts.find());
  }

  /**
   * Starts a broker and waits until it answers.
   *
   * @param directory where the log lives; created and formatted if it is empty
   * @param port the port clients connect to
   * @throws IOException if the directory cannot be written
   */
  public static EmbeddedKafka start(Path directory, int port) throws IOException {
    return start(directory, port, Map.of());
  }

  /**
   * Starts a broker with further settings and waits until it answers.
   *
   * @param directory where the log lives; created and formatted if it is empty
   * @param port the port clients connect to without TLS
   * @param settings under Kafka's own names; they win, but for listeners, which come beside the
   *     broker's own
   * @throws IOException if the directory cannot be written, or was by a newer broker
   */
  public static EmbeddedKafka start(Path directory, int port, Map<String, String> settings)
      throws IOException {
    int controllerPort = FreePorts.find();
    Properties properties = properties(directory, FIRST, port, controllerPort);
    properties.put("process.roles", "broker,controller");
    properties.merge(
        "listeners",
        "CONTROLLER://127.0.0.1:" + controllerPort,
        (broker, controller) -> broker + "," + controller);
    settings.forEach(
        (name, value) ->
            properties.merge(
                name, value, (ours, more) -> LISTS.contains(name) ? ours + "," + more : more));
    return start(directory, FIRST, port, controllerPort, properties);
  }

  /**
   * Starts a second broker of the cluster, which is no controller, and waits until it answers: to
   * see what becomes of a cluster that loses a broker. It must be closed before this one.
   *
   * @param directory where its log lives; created and formatted if it is empty
   * @throws IOException if the directory cannot be written
   */
  public EmbeddedKafka second(Path directory) throws IOException {
    int secondPort = FreePorts.find();
    Properties properties = properties(directory, FIRST + 1, secondPort, controllerPort);
    properties.put("process.roles", "broker");
    return start(directory, FIRST + 1, secondPort, controllerPort, properties);
  }

  /**
   * Has somebody else end the process where a broker of it would, as one does that cannot write to
   * its disk any more. Brokers that run already follow, too.
   *
   * @param end is told the exit status; must not return
   */
  public static void whenItHalts(IntConsumer end) {
    Exit.setHaltProcedure((status, message) -> end.accept(status));
    Exit.setExitProcedure((status, message) -> end.accept(status));
  }

  private static Properties properties(Path directory, int node, int port, int controllerPort) {
    Properties properties = new Properties();
    properties.putAll(
        Map.ofEntries(
            Map.entry("node.id", Integer.toString(node)),
            Map.entry("controller.quorum.voters", FIRST + "@127.0.0.1:" + controllerPort),
            Map.entry("listeners", "PLAINTEXT://127.0.0.1:" + port),
            Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("log.dirs", directory.toString()),
            Map.entry("num.partitions", "1"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "8"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "8"),
            Map.entry("add.partitions.to.txn.retry.backoff.max.ms", TRANSACTION_PATIENCE),
            Map.entry("metadata.max.idle.interval.ms", IDLE_METADATA),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024)),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4")));
    return properties;
  }

  private static EmbeddedKafka start(
      Path directory, int node, int port, int controllerPort, Properties properties)
      throws IOException {
    Files.createDirectories(directory);
    requireReadable(directory);
    format(directory, node);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
    server.startup();
    return new EmbeddedKafka(server, node, port, controllerPort);
  }

  /** A broker that cannot read what a newer one wrote ends the whole JVM without a word. */
  private static void requireReadable(Path directory) throws IOException {
    MetadataVersion ours = MetadataVersion.latestProduction();
    BootstrapMetadata written;
    try {
      written = new BootstrapDirectory(directory.toString()).read();
    } catch (Exception e) {
      throw new IOException("cannot read " + directory + ": " + e.getMessage(), e);
    }
    if (ours.compareTo(written.metadataVersion()) < 0) {
      throw new IOException(
          "%s was written by Kafka %s, which %s cannot read; docs/operators.md says how to go on"
              .formatted(directory, release(written.metadataVersion()), release(ours)));
    }
  }

  private static String release(MetadataVersion version) {
    return version.version().replaceFirst("-IV.*", "");
  }

  private static void format(Path directory, int node) throws IOException {
    Formatter formatter = new Formatter();
    formatter.setClusterId(CLUSTER_ID);
    formatter.setNodeId(node);
    formatter.setControllerListenerName("CONTROLLER");
    formatter.setDirectories(List.of(directory.toString()));
    formatter.setMetadataLogDirectory(directory.toString());
    formatter.setReleaseVersion(MetadataVersion.latestProduction());
    formatter.setIgnoreFormatted(true);
    formatter.setPrintStream(
        new java.io.PrintStream(
            java.io.OutputStream.nullOutputStream(),
            false,
            java.nio.charset.StandardCharsets.UTF_8));
    try {
      formatter.run();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("cannot format " + directory + ": " + e.getMessage(), e);
    }
  }

  /**
   * Has the broker make the topics of its coordinators of groups and of transactions, which it does
   * only when somebody asks for one; who does so first would wait for it. Comes back when both
   * answer or their time is over: then they are made when somebody needs them, as they would be
   * without this.
   *
   * @param patience how long to wait for each
   */
  public void prepareCoordinators(Duration patience) {
    Map<String, Object> client =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers(),
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            (int) patience.toMillis(),
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            (int) patience.toMillis());
    try (Admin admin = Admin.create(client)) {
      String nobody = "keeling-start";
      var groups = admin.listConsumerGroupOffsets(nobody).partitionsToOffsetAndMetadata();
      var transactions = admin.describeTransactions(Set.of(nobody)).all();
      for (KafkaFuture<?> answer : List.of(groups, transactions)) {
        awaitAnswer(answer);
      }
    }
  }

  /** It is there when it answers, also that it knows of no such group or transaction. */
  private static void awaitAnswer(KafkaFuture<?> answer) {
    try {
      answer.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)
          && !(e.getCause() instanceof TransactionalIdNotFoundException)) {
        LOG.warn(
            "Kafka's coordinators are not prepared, which only costs time: {}", e.getMessage());
      }
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** {@code host:port} for clients. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** The id of the broker in its cluster. */
  public int node() {
    return node;
  }

  /** Stops the broker and waits until its data is on disk. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
