package io.keeling.ingest.config;

import io.keeling.runtime.config.Checks;
import java.time.Duration;

/**
 * When a source counts as dead or silent.
 *
 * @param deadAfter shortest failing that makes a source dead, whatever was learned; the default is
 *     the longest wait between two tries
 * @param silentAfter shortest silence that makes a source silent, whatever was learned; the default
 *     is a weekend with the nights before and after it
 * @param longest longest failing or silence after which it shows in any case, and the silence
 *     allowed to a source of which nothing was learned yet; the default lets a monthly magazine be
 *     late
 */
public record SourceHealthConfig(Duration deadAfter, Duration silentAfter, Duration longest)
    implements IngestConfig.Section {

  public SourceHealthConfig {
    Duration year = Duration.ofDays(366);
    Checks.between("deadAfter", deadAfter, Duration.ofMinutes(1), year);
    Checks.between("silentAfter", silentAfter, Duration.ofMinutes(1), year);
    Duration least = deadAfter.compareTo(silentAfter) > 0 ? deadAfter : silentAfter;
    Checks.between("longest", longest, least, year);
  }

  public static SourceHealthConfig defaults() {
    return new SourceHealthConfig(Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(45));
  }
}
