package io.keeling.ingest.health;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The condition of a source, the worst first. */
public enum Condition {
  /** Every poll has failed for longer than is usual for the source. */
  DEAD,
  /** The source answers but has had no news for longer than is usual for it. */
  SILENT,
  /** The last poll failed. */
  FAILING,
  /** The source has not been polled yet. */
  NEW,
  /** The source answers. */
  WELL,
  /** An operator paused the source. It is not polled, and ingest knows nothing of it. */
  PAUSED;

  /** The word used on the page, in metrics and on the terminal, such as {@code silent}. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isTrouble() {
    return this == DEAD || this == SILENT;
  }
}
