package io.keeling.ingest.config;

import io.keeling.runtime.config.Checks;

/**
 * How intervals and waits grow, shrink and spread.
 *
 * @param quiet what the interval of a source is multiplied with after a poll without news
 * @param news what it is multiplied with after a poll with news; the defaults come to rest where
 *     about four polls in ten bring news
 * @param spread share by which polls move to either side of their interval, so that sources that
 *     started together drift apart
 * @param backoff what a wait is multiplied with after each further failure
 * @param backoffSpread share by which such a wait moves to either side, so that what failed
 *     together drifts apart
 */
public record PaceConfig(
    double quiet, double news, double spread, double backoff, double backoffSpread) {

  public PaceConfig {
    Checks.between("quiet", quiet, 1, 10);
    Checks.between("news", news, 0.1, 1);
    Checks.between("spread", spread, 0, 0.9);
    Checks.between("backoff", backoff, 1, 10);
    Checks.between("backoffSpread", backoffSpread, 0, 0.9);
  }

  public static PaceConfig defaults() {
    return new PaceConfig(1.3, 0.7, 0.1, 2, 0.25);
  }
}
