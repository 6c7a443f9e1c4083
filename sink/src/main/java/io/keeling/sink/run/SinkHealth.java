package io.keeling.sink.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What keeps the sink from working at the moment. Threads may share it. */
public final class SinkHealth {

  private static final String JOINING = "joining";
  private static final String WAITING = "waiting";
  private static final String STOPPED = "stopped";

  private final Map<String, String> problems = new LinkedHashMap<>();
  private boolean stopped;

  SinkHealth() {
    problems.put(JOINING, "sink: waiting for its partitions of the topic");
  }

  /** One line for each problem; none when the sink works. */
  public synchronized List<String> problems() {
    return new ArrayList<>(problems.values());
  }

  /** Whether it cannot work again without a restart. */
  public synchronized boolean stopped() {
    return stopped;
  }

  synchronized void joined() {
    problems.remove(JOINING);
  }

  /** Takes in that the sink waits for something that will pass. */
  synchronized void waitsFor(String what, Instant since) {
    problems.put(
        WAITING,
        "sink: waiting since "
            + since.truncatedTo(ChronoUnit.SECONDS)
            + ", nothing is lost: "
            + what);
  }

  /** Whether it waits for something that will pass. */
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
