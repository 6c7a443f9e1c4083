package io.keeling.runtime.health;

import java.time.Duration;

/**
 * A worker that has work and finishes none.
 *
 * @param activity what it was seen to be at last
 * @param lasting for how long
 * @param unexcused how much of it nothing else can be to blame for
 */
record Stall(Activity activity, Duration lasting, Duration unexcused) {

  @Override
  public String toString() {
    return activity.worker() + ", " + activity.at();
  }
}
