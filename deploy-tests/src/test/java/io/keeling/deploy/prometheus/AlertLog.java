package io.keeling.deploy.prometheus;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Prometheus and Alertmanager were seen to say in the course of time: some alerts are over
 * after seconds. Alerts are named as {@link WatchProgram} has it. Not for sharing between threads.
 */
final class AlertLog {

  private final WatchProgram prometheus;
  private final WatchProgram alertmanager;
  private final Set<String> fired = new TreeSet<>();
  private final Set<String> told = new TreeSet<>();

  AlertLog(WatchProgram prometheus, WatchProgram alertmanager) {
    this.prometheus = prometheus;
    this.alertmanager = alertmanager;
  }

  /** Looks at both. */
  void look() throws IOException, InterruptedException {
    fired.addAll(prometheus.firing());
    told.addAll(alertmanager.told());
  }

  /** From now on only what is seen from now on counts. */
  void forget() {
    fired.clear();
    told.clear();
  }

  /** The alerts that have fired and of which Alertmanager was told. */
  Set<String> seen() {
    Set<String> both = new TreeSet<>(fired);
    both.retainAll(told);
    return both;
  }
}
