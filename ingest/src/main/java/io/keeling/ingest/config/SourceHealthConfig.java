package io.keeling.ingest.config;

import io.keeling.runtime.config.Checks;
import java.time.Duration;

/**
 * When a source counts as dead or silent.
 *
 * <p>What is usual is learned from each source: the longest it was silent between two polls with
 * news, and the longest it failed before it answered again, both fading with time.
 *
 * @param factor how many times longer than usual a source must be silent or fail before it shows as
 *     silent or dead
 * @param deadAfter shortest failing that makes a source dead, whatever was learned; the default is
 *     the longest wait between two tries
 * @param silentAfter shortest silence that makes a source silent, whatever was learned; the default
 *     is a weekend with the nights before and after it
 * @param longest longest failing or silence after which it shows in any case, and the silence
 *     allowed to a source of which nothing was learned yet; the default lets a monthly magazine be
 *     late
 * @param fading time in which what was learned loses half its length; the default keeps weekends in
 *     mind and forgets holidays
 * @param dates newest dates of a listing from which is learned how long it is silent; older gaps
 *     say nothing about today
 * @param mostInMetrics most sources that have a series of their own in /metrics: the dead and
 *     silent ones, the longest first. The default is little for Prometheus and more than an
 *     operator reads
 */
public record SourceHealthConfig(
    double factor,
    Duration deadAfter,
    Duration silentAfter,
    Duration longest,
    Duration fading,
    int dates,
    int mostInMetrics)
    implements IngestConfig.Section {

  public SourceHealthConfig {
    Checks.between("factor", factor, 1, 100);
    Duration year = Duration.ofDays(366);
    Checks.between("deadAfter", deadAfter, Duration.ofMinutes(1), year);
    Checks.between("silentAfter", silentAfter, Duration.ofMinutes(1), year);
    Duration least = deadAfter.compareTo(silentAfter) > 0 ? deadAfter : silentAfter;
    Checks.between("longest", longest, least, year);
    Checks.between("fading", fading, Duration.ofHours(1), year);
    Checks.between("dates", dates, 2, 1_000);
    Checks.between("mostInMetrics", mostInMetrics, 0, 10_000);
  }

  public static SourceHealthConfig defaults() {
    return new SourceHealthConfig(
        2,
        Duration.ofDays(1),
        Duration.ofDays(3),
        Duration.ofDays(45),
        Duration.ofDays(14),
        30,
        200);
  }
}
