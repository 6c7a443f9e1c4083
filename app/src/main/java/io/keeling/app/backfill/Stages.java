package io.keeling.app.backfill;

import io.keeling.app.config.KeelingConfig;
import io.keeling.contract.topic.Topics;
import io.keeling.enrich.config.EnrichConfig;
import io.keeling.ingest.backfill.Backlog;
import java.util.List;

/** Names the stages of the pipeline that a backfill must not overload. */
public final class Stages {

  private Stages() {}

  /**
   * Returns all stages that read pages or later topics, except the sink, which writes faster than
   * articles can be tagged.
   */
  public static List<Backlog.Stage> all(KeelingConfig config) {
    return List.of(Backlog.READER, annotator(config, false));
  }

  /**
   * Returns the annotator's stage. If it is required, it is included even if it has never read
   * anything.
   */
  public static Backlog.Stage annotator(KeelingConfig config, boolean required) {
    return new Backlog.Stage(EnrichConfig.APPLICATION_ID, Topics.ARTICLES.name(), required);
  }
}
