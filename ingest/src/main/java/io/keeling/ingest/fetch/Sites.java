package io.keeling.ingest.fetch;

import io.keeling.reader.url.Domains;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Says which hosts are asked as one, and which partition of {@code keeling.fetches} speaks for
 * them. A site is a registrable domain: {@code www.example.org} and {@code feeds.example.org} are
 * mostly one machine, and always one operator. Immutable and safe to share between threads.
 */
public final class Sites {

  private final int partitions;

  /**
   * @param partitions how many partitions {@code keeling.fetches} has
   */
  Sites(int partitions) {
    this.partitions = partitions;
  }

  /** The site of a host: the key of {@code keeling.fetches}. */
  public static String of(String host) {
    return Domains.site(host);
  }

  /** The partition of a site, as Kafka's own partitioner has it. */
  int partition(String site) {
    return Utils.toPositive(Utils.murmur2(site.getBytes(StandardCharsets.UTF_8))) % partitions;
  }

  /** Whether the job's next exchange belongs to the partition that the job came from. */
  boolean isOwn(FetchJob job) {
    return partition(job.nextSite()) == job.partition().partition();
  }
}
