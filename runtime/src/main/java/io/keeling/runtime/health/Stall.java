package io.keeling.runtime.health;

import java.time.Duration;

/**
 * A worker that has work but finishes none.
 *
 * @param unexcused the part of the time that is not explained by an excuse
 */
record Stall(Activity activity, Duration lasting, Duration unexcused) {

  @Override
  public String toString() {
    return activity.worker() + ", " + activity.at();
  }
}
