package io.keeling.ingest.fetch;

import io.keeling.reader.url.Domains;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Groups hosts into sites, and sites into partitions of {@code keeling.fetches}. A site is a
 * registrable domain: {@code www.example.org} and {@code feeds.example.org} are usually one
 * machine, and always one operator.
 */
public final class Sites {

  private final int partitions;

  Sites(int partitions) {
    this.partitions = partitions;
  }

  /** Returns the site of a host, which is the key in {@code keeling.fetches}. */
  public static String of(String host) {
    return Domains.site(host);
  }

  /** Returns the partition of a site, computed as Kafka's default partitioner does. */
  int partition(String site) {
    return Utils.toPositive(Utils.murmur2(site.getBytes(StandardCharsets.UTF_8))) % partitions;
  }

  /** Whether the job's next exchange belongs to the partition it came from. */
  boolean isOwn(FetchJob job) {
    return partition(job.nextSite()) == job.partition.partition();
  }
}
