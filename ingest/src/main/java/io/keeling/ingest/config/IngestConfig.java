package io.keeling.ingest.config;

import java.nio.file.Path;

/**
 * How the ingest role works. It has a component for each section of {@code ingest} in keeling.yaml,
 * to which they are bound by name; {@link #with(Section...)} makes others.
 *
 * @param politeness how we behave towards hosts
 * @param fetch limits of a single request
 * @param workers how much the fetcher does at once
 * @param network which addresses may be fetched
 * @param schedule when sources and articles are fetched
 * @param links how many links are followed and remembered
 * @param sourceHealth when a source counts as dead or silent
 * @param streams the Kafka Streams application of frontier and reader
 * @param instances how instances take over work from each other
 * @param websub WebSub, by which the hubs of feeds push news
 */
public record IngestConfig(
    PolitenessConfig politeness,
    FetchConfig fetch,
    WorkersConfig workers,
    NetworkConfig network,
    ScheduleConfig schedule,
    LinksConfig links,
    SourceHealthConfig sourceHealth,
    StreamsRunConfig streams,
    InstancesConfig instances,
    WebSubConfig websub) {

  /** A component of the settings. Each component has a type of its own. */
  public sealed interface Section
      permits FetchConfig,
          InstancesConfig,
          LinksConfig,
          PolitenessConfig,
          NetworkConfig,
          ScheduleConfig,
          SourceHealthConfig,
          StreamsRunConfig,
          WebSubConfig,
          WorkersConfig {}

  /** The defaults, with state under {@code ./data/ingest}. */
  public static IngestConfig defaults() {
    return new IngestConfig(
        PolitenessConfig.defaults(),
        FetchConfig.defaults(),
        WorkersConfig.defaults(),
        NetworkConfig.defaults(),
        ScheduleConfig.defaults(),
        LinksConfig.defaults(),
        SourceHealthConfig.defaults(),
        StreamsRunConfig.defaults(Path.of("data", "ingest")),
        InstancesConfig.defaults(),
        WebSubConfig.defaults());
  }

  /** These settings with the given sections in place of those of the same types. */
  public IngestConfig with(Section... sections) {
    return new IngestConfig(
        of(sections, politeness),
        of(sections, fetch),
        of(sections, workers),
        of(sections, network),
        of(sections, schedule),
        of(sections, links),
        of(sections, sourceHealth),
        of(sections, streams),
        of(sections, instances),
        of(sections, websub));
  }

  /**
   * Returns the given section of the same type as {@code ours}, or {@code ours} if no such section
   * is given.
   */
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
