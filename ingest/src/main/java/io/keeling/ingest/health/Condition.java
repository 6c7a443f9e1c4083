package io.keeling.ingest.health;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a source is, the worst first. */
public enum Condition {
  /** Every look at the source has failed for longer than is usual for it. */
  DEAD,
  /** The source answers and has had no news for longer than is usual for it. */
  SILENT,
  /** The last look at the source failed. */
  FAILING,
  /** The source was not looked at yet. */
  NEW,
  /** The source answers. */
  WELL,
  /** Somebody paused the source; it is not looked at, and ingest knows nothing of it. */
  PAUSED;

  /** The word used on the page, in metrics and on the terminal, such as {@code silent}. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether an operator should look. */
  public boolean isTrouble() {
    return this == DEAD || this == SILENT;
  }
}
