package io.keeling.ingest.backfill;

import java.time.Duration;

/** A stage of the pipeline stopped reading, so the backfill stopped sending. */
public final class StalledException extends RuntimeException {

  StalledException(Backlog.Stage stage, long unread, Duration patience) {
    super(
        "%s has read nothing of %s for %s; %,d records wait"
            .formatted(stage.group(), stage.topic(), patience, unread));
  }
}
