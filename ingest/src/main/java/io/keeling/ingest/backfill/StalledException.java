package io.keeling.ingest.backfill;

import java.time.Duration;

/** A stage of the pipeline has stopped reading, so a backfill stopped sending. */
public final class StalledException extends RuntimeException {

  StalledException(Backlog.Stage stage, long unread, Duration patience) {
    super(
        "%s has read nothing of %s for %s, and %,d records wait"
            .formatted(stage.group(), stage.topic(), patience, unread));
  }
}
