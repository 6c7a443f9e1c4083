package io.keeling.ingest.config;

import io.keeling.runtime.health.ProgressLimits;
import java.nio.file.Path;
import java.util.Objects;

/**
 * How the ingest role works. It has a component for each section of {@code ingest} in keeling.yaml,
 * to which they are bound by name; {@link #with(Section...)} makes others.
 *
 * @param politeness how we behave towards hosts
 * @param robots how robots.txt is asked for and remembered
 * @param fetch limits of a single request
 * @param workers how much the fetcher does at once
 * @param network which addresses may be fetched
 * @param schedule when what is fetched
 * @param links how many links are followed and remembered
 * @param reading how long reading may take
 * @param articles what is remembered of articles
 * @param sourceHealth when a source counts as dead or silent
 * @param discovery how what there is to watch is looked for
 * @param streams the Kafka Streams application of frontier and reader
 * @param instances how the work of an instance goes over to others
 * @param websub being told of news by the hubs of feeds
 * @param progress how long records may wait and none be finished; {@code stalledAfter} must not be
 *     shorter than {@code instances.sessionTimeout}
 */
public record IngestConfig(
    PolitenessConfig politeness,
    RobotsConfig robots,
    FetchConfig fetch,
    WorkersConfig workers,
    NetworkConfig network,
    ScheduleConfig schedule,
    LinksConfig links,
    ReadingConfig reading,
    ArticlesConfig articles,
    SourceHealthConfig sourceHealth,
    DiscoveryConfig discovery,
    StreamsRunConfig streams,
    InstancesConfig instances,
    WebSubConfig websub,
    ProgressLimits progress) {

  /** One of the components, each of a type of its own. */
  public sealed interface Section
      permits ArticlesConfig,
          DiscoveryConfig,
          FetchConfig,
          InstancesConfig,
          LinksConfig,
          PolitenessConfig,
          NetworkConfig,
          ReadingConfig,
          RobotsConfig,
          ScheduleConfig,
          SourceHealthConfig,
          StreamsRunConfig,
          WebSubConfig,
          WorkersConfig {}

  public IngestConfig {
    Objects.requireNonNull(politeness, "politeness");
    Objects.requireNonNull(robots, "robots");
    Objects.requireNonNull(fetch, "fetch");
    Objects.requireNonNull(workers, "workers");
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(links, "links");
    Objects.requireNonNull(reading, "reading");
    Objects.requireNonNull(articles, "articles");
    Objects.requireNonNull(sourceHealth, "sourceHealth");
    Objects.requireNonNull(discovery, "discovery");
    Objects.requireNonNull(streams, "streams");
    Objects.requireNonNull(instances, "instances");
    Objects.requireNonNull(websub, "websub");
    Objects.requireNonNull(progress, "progress");
    if (progress.stalledAfter().compareTo(instances.sessionTimeout()) < 0) {
      // Heartbeats are what tells a member, and come three times in a session.
      throw new IllegalArgumentException(
          "progress.stalledAfter must not be shorter than instances.sessionTimeout, "
              + instances.sessionTimeout());
    }
  }

  /** The defaults, with state under {@code ./data/ingest}. */
  public static IngestConfig defaults() {
    return new IngestConfig(
        PolitenessConfig.defaults(),
        RobotsConfig.defaults(),
        FetchConfig.defaults(),
        WorkersConfig.defaults(),
        NetworkConfig.defaults(),
        ScheduleConfig.defaults(),
        LinksConfig.defaults(),
        ReadingConfig.defaults(),
        ArticlesConfig.defaults(),
        SourceHealthConfig.defaults(),
        DiscoveryConfig.defaults(),
        StreamsRunConfig.defaults(Path.of("data", "ingest")),
        InstancesConfig.defaults(),
        WebSubConfig.defaults(),
        ProgressLimits.defaults());
  }

  /** These settings with other sections in the place of their own. */
  public IngestConfig with(Section... sections) {
    return new IngestConfig(
        of(sections, politeness),
        of(sections, robots),
        of(sections, fetch),
        of(sections, workers),
        of(sections, network),
        of(sections, schedule),
        of(sections, links),
        of(sections, reading),
        of(sections, articles),
        of(sections, sourceHealth),
        of(sections, discovery),
        of(sections, streams),
        of(sections, instances),
        of(sections, websub),
        progress);
  }

  /** These settings with other limits of progress. */
  public IngestConfig with(ProgressLimits limits) {
    return new IngestConfig(
        politeness,
        robots,
        fetch,
        workers,
        network,
        schedule,
        links,
        reading,
        articles,
        sourceHealth,
        discovery,
        streams,
        instances,
        websub,
        limits);
  }

  /** The section of the same type as one of ours, or else ours. */
  @SuppressWarnings("unchecked")
  private static <S extends Section> S of(Section[] sections, S ours) {
    for (Section section : sections) {
      if (ours.getClass().isInstance(section)) {
        return (S) section;
      }
    }
    return ours;
  }
}
