package io.keeling.sink;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The current problems of the sink. Threads may share it. */
public final class SinkHealth {

  private static final String JOINING = "joining";
  private static final String WAITING = "waiting";
  private static final String STOPPED = "stopped";

  private final Map<String, String> problems = new LinkedHashMap<>();
  private boolean stopped;

  SinkHealth() {
    problems.put(JOINING, "sink: waiting for its partitions of the topic");
  }

  /** The problems, one line each; empty if the sink works. */
  public synchronized List<String> problems() {
    return new ArrayList<>(problems.values());
  }

  /** Whether the sink has stopped, so that only a restart helps. */
  public synchronized boolean stopped() {
    return stopped;
  }

  synchronized void joined() {
    problems.remove(JOINING);
  }

  /** Notes that the sink waits for a temporary problem to end. */
  synchronized void waitsFor(String what, Instant since) {
    problems.put(
        WAITING,
        "sink: waiting since "
            + since.truncatedTo(ChronoUnit.SECONDS)
            + ", nothing is lost: "
            + what);
  }

  synchronized boolean waits() {
    return problems.containsKey(WAITING);
  }

  synchronized void goesOn() {
    problems.remove(WAITING);
  }

  synchronized void stops(String reason) {
    stopped = true;
    problems.put(STOPPED, "sink: stopped: " + reason);
  }
}
