package io.keeling.ingest;

import java.nio.file.Path;
import java.util.Objects;

/**
 * How the ingest role works. Immutable and safe to share between threads.
 *
 * @param manners how we behave towards hosts
 * @param fetch limits of a single fetch and of the fetcher
 * @param network which addresses may be fetched
 * @param schedule when what is fetched
 * @param links how many links are followed and remembered
 * @param sourceHealth when a source counts as dead or silent
 * @param streams the Kafka Streams application of frontier and reader
 * @param websub being told of news by the hubs of feeds
 */
public record IngestConfig(
    MannersConfig manners,
    FetchConfig fetch,
    NetworkConfig network,
    ScheduleConfig schedule,
    LinksConfig links,
    SourceHealthConfig sourceHealth,
    StreamsRunConfig streams,
    WebSubConfig websub) {

  public IngestConfig {
    Objects.requireNonNull(manners, "manners");
    Objects.requireNonNull(fetch, "fetch");
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(links, "links");
    Objects.requireNonNull(sourceHealth, "sourceHealth");
    Objects.requireNonNull(streams, "streams");
    Objects.requireNonNull(websub, "websub");
  }

  /** The defaults, with state under {@code ./data/ingest}. */
  public static IngestConfig defaults() {
    return new IngestConfig(
        MannersConfig.defaults(),
        FetchConfig.defaults(),
        NetworkConfig.defaults(),
        ScheduleConfig.defaults(),
        LinksConfig.defaults(),
        SourceHealthConfig.defaults(),
        StreamsRunConfig.defaults(Path.of("data", "ingest")),
        WebSubConfig.defaults());
  }

  /** The same with other manners. */
  public IngestConfig withManners(MannersConfig manners) {
    return new IngestConfig(
        manners, fetch, network, schedule, links, sourceHealth, streams, websub);
  }

  /** The same with other limits of fetches. */
  public IngestConfig withFetch(FetchConfig fetch) {
    return new IngestConfig(
        manners, fetch, network, schedule, links, sourceHealth, streams, websub);
  }

  /** The same with other addresses. */
  public IngestConfig withNetwork(NetworkConfig network) {
    return new IngestConfig(
        manners, fetch, network, schedule, links, sourceHealth, streams, websub);
  }

  /** The same with another schedule. */
  public IngestConfig withSchedule(ScheduleConfig schedule) {
    return new IngestConfig(
        manners, fetch, network, schedule, links, sourceHealth, streams, websub);
  }

  /** The same with other bounds of links. */
  public IngestConfig withLinks(LinksConfig links) {
    return new IngestConfig(
        manners, fetch, network, schedule, links, sourceHealth, streams, websub);
  }

  /** The same with another run of Kafka Streams. */
  public IngestConfig withStreams(StreamsRunConfig streams) {
    return new IngestConfig(
        manners, fetch, network, schedule, links, sourceHealth, streams, websub);
  }

  /** The same with other settings of WebSub. */
  public IngestConfig withWebsub(WebSubConfig websub) {
    return new IngestConfig(
        manners, fetch, network, schedule, links, sourceHealth, streams, websub);
  }
}
