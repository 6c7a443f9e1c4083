package io.keeling.ingest.config;

import io.keeling.runtime.config.Checks;
import java.time.Duration;

/**
 * When a source counts as dead or silent.
 *
 * @param deadAfter shortest outage after which a source counts as dead, 1 min to 366 d. A source
 *     that is often away for longer is allowed twice its usual outage. The default is the longest
 *     wait between two tries
 * @param silentAfter shortest time without news after which a source counts as silent, 1 min to 366
 *     d. A source that is often quiet for longer is allowed twice its usual silence. The default is
 *     a weekend with the nights before and after it
 * @param longest longest outage or silence allowed to any source, whatever is usual for it, up to
 *     366 d. It is also the silence allowed to a source whose usual one is not known yet. With the
 *     default, a monthly magazine can be late
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
