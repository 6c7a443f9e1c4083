package io.keeling.app.role;

import io.keeling.app.config.HealthConfig;
import io.keeling.app.config.KeelingConfig;
import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import io.keeling.desk.saved.match.MatchFollower;
import io.keeling.enrich.config.EnrichConfig;
import io.keeling.ingest.fetch.Fetcher;
import io.keeling.ingest.source.StateNames;
import io.keeling.sink.Sink;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The roles, one for each process of Keeling. */
public enum RoleName {
  INGEST(
      Topics.SOURCES,
      Topics.FETCHES,
      Topics.PAGES,
      Topics.REMOVALS,
      Topics.ARTICLES,
      Topics.DEAD_LETTERS),
  ENRICH(Topics.ARTICLES, Topics.CORRECTIONS, Topics.ENRICHED, Topics.DEAD_LETTERS),
  SINK(Topics.ENRICHED, Topics.DEAD_LETTERS),
  DESK(Topics.CORRECTIONS, Topics.ENRICHED);

  /**
   * The setting for a role's state directory, and its value.
   *
   * @param setting such as {@code enrich.stateDirectory}
   */
  public record StateSetting(String setting, Path directory) {}

  private final List<TopicSpec> topics;

  RoleName(TopicSpec... topics) {
    this.topics = List.of(topics);
  }

  /** Returns the role's name in settings, metrics and messages. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the contract's topics that the role reads or writes; it needs no other rights. */
  public List<TopicSpec> topics() {
    return topics;
  }

  public List<String> groups() {
    return switch (this) {
      case INGEST -> List.of(StateNames.APPLICATION, Fetcher.GROUP);
      case ENRICH -> List.of(EnrichConfig.APPLICATION_ID);
      case SINK -> List.of(Sink.GROUP);
      case DESK -> List.of(MatchFollower.GROUP);
    };
  }

  /** Returns the directory of the role's state; empty for the sink, which has none. */
  public Optional<StateSetting> state(KeelingConfig config) {
    return switch (this) {
      case INGEST ->
          Optional.of(
              new StateSetting(
                  "ingest.streams.stateDirectory", config.ingest().streams().stateDirectory()));
      case ENRICH ->
          Optional.of(new StateSetting("enrich.stateDirectory", config.enrich().stateDirectory()));
      case SINK -> Optional.empty();
      case DESK ->
          Optional.of(
              new StateSetting("desk.search.directory", config.desk().search().directory()));
    };
  }

  public int healthPort(HealthConfig config) {
    return switch (this) {
      case INGEST -> config.ingestPort();
      case ENRICH -> config.enrichPort();
      case SINK -> config.sinkPort();
      case DESK -> config.deskPort();
    };
  }
}
