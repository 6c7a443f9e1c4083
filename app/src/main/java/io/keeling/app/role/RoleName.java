package io.keeling.app.role;

import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import java.util.List;

/** The processes Keeling consists of. */
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

  private final List<TopicSpec> topics;

  RoleName(TopicSpec... topics) {
    this.topics = List.of(topics);
  }

  /** The topics of the contract that it reads or writes; it needs rights on no other. */
  public List<TopicSpec> topics() {
    return topics;
  }
}
