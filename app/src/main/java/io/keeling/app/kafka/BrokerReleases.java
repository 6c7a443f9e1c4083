package io.keeling.app.kafka;

import io.keeling.runtime.kafka.KafkaFutures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeFeaturesOptions;
import org.apache.kafka.clients.admin.SupportedVersionRange;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of brokers whose release loses the end of transactions when they are restarted
 * (KAFKA-20734).
 *
 * <p>Brokers do not report their version, but report the newest version of the cluster's metadata
 * that they support. Every minor release so far has increased this metadata version. Patch releases
 * cannot be distinguished.
 */
public final class BrokerReleases {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerReleases.class);

  private static final String FEATURE = "metadata.version";

  /**
   * The newest metadata version of Kafka 4.3, 4.3-IV0. Kafka 4.2 supports up to 29 ({@code
   * MetadataVersion}).
   */
  private static final short FIRST_AFFECTED = 30;

  /** Time limit for a broker, in milliseconds: a line of advice is not worth a longer wait. */
  private static final int TIMEOUT_MILLIS = 5_000;

  private BrokerReleases() {}

  /** Warns in the log of affected brokers; skips those that do not answer. */
  static void warn(Admin admin) {
    try {
      warning(admin).ifPresent(LOG::warn);
    } catch (KafkaException e) {
      LOG.debug("cannot ask the brokers what they support", e);
    }
  }

  /** Returns the warning for a cluster, if any. Skips brokers that do not answer. */
  public static Optional<String> warning(Admin admin) {
    return warning(newestMetadata(admin));
  }

  private static Map<Integer, Short> newestMetadata(Admin admin) {
    Map<Integer, Short> result = new TreeMap<>();
    DescribeClusterOptions cluster = new DescribeClusterOptions().timeoutMs(TIMEOUT_MILLIS);
    for (Node broker : KafkaFutures.get(admin.describeCluster(cluster).nodes())) {
      newestMetadata(admin, broker).ifPresent(newest -> result.put(broker.id(), newest));
    }
    return result;
  }

  private static Optional<Short> newestMetadata(Admin admin, Node broker) {
    DescribeFeaturesOptions features =
        new DescribeFeaturesOptions().nodeId(broker.id()).timeoutMs(TIMEOUT_MILLIS);
    try {
      SupportedVersionRange range =
          KafkaFutures.get(admin.describeFeatures(features).featureMetadata())
              .supportedFeatures()
              .get(FEATURE);
      return Optional.ofNullable(range).map(SupportedVersionRange::maxVersion);
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      LOG.debug("broker {} does not say what it supports", broker.id(), e);
      return Optional.empty();
    }
  }

  /** Returns the warning for the newest metadata version of each broker, if any. */
  static Optional<String> warning(Map<Integer, Short> newestMetadata) {
    List<Integer> brokers =
        newestMetadata.entrySet().stream()
            .filter(broker -> broker.getValue() >= FIRST_AFFECTED)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    if (brokers.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "Kafka's broker %s is of release 4.3 or newer. Restarted, those known so far (4.3.0 to 4.4.0) can forget the end of a transaction (KAFKA-20734), and what lies behind it is never read. Run brokers of 4.2.2, or of a release whose notes name KAFKA-20734 as fixed; docs/guarantees.md, \"A transaction that stays open\", says what to do meanwhile"
            .formatted(brokers.stream().map(String::valueOf).collect(Collectors.joining(", "))));
  }
}
