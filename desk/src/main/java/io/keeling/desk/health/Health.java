package io.keeling.desk.health;

import io.javalin.http.Context;
import io.keeling.desk.database.Database;
import io.keeling.desk.saved.alert.Alerts;
import io.keeling.desk.saved.match.MatchFollower;
import io.keeling.search.FollowedIndex;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * {@code /healthz}, {@code /readyz} and {@code /metrics}. Threads may share it. The answers never
 * wait for the database or Kafka.
 */
public final class Health implements AutoCloseable {

  private final DatabaseWatch database;
  private final FollowedIndex index;
  private final Optional<PrometheusMeterRegistry> prometheus;

  /** Followers that match saved searches, once they are started. */
  private final List<MatchFollower> matches = new CopyOnWriteArrayList<>();

  /** Alerts of saved searches, once they are started. */
  private final List<Alerts> alerts = new CopyOnWriteArrayList<>();

  /** Starts watching the database. */
  public Health(Database database, FollowedIndex index, MeterRegistry meters) {
    this.database = DatabaseWatch.start(database);
    this.index = index;
    this.prometheus = prometheus(meters);
  }

  /** Adds a follower to health checks. */
  public void watch(MatchFollower follower) {
    matches.add(follower);
  }

  /** Adds alerts to health checks. */
  public void watch(Alerts started) {
    alerts.add(started);
  }

  private static Optional<PrometheusMeterRegistry> prometheus(MeterRegistry meters) {
    if (meters instanceof PrometheusMeterRegistry registry) {
      return Optional.of(registry);
    }
    if (meters instanceof CompositeMeterRegistry composite) {
      return composite.getRegistries().stream()
          .flatMap(registry -> prometheus(registry).stream())
          .findFirst();
    }
    return Optional.empty();
  }

  /** Liveness: if the answer is not 200, the process should be restarted. */
  public void alive(Context context) {
    boolean alive = alive();
    plain(context).status(alive ? 200 : 500).result(alive ? "ok\n" : "dead\n");
  }

  /** Readiness: if the answer is not 200, no readers should be sent to this process. */
  public void ready(Context context) {
    List<String> problems = problems();
    List<String> lines = new ArrayList<>(problems.isEmpty() ? List.of("ready") : problems);
    notes().stream().filter(note -> !lines.contains(note)).forEach(lines::add);
    plain(context).status(problems.isEmpty() ? 200 : 503).result(String.join("\n", lines) + "\n");
  }

  /** Why the desk cannot answer, one line each; empty if it can. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>(database.problems());
    problems.addAll(index.problems());
    return problems;
  }

  /** What an operator should know even though the desk answers, one line each. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(index.notes());
    matches.forEach(follower -> notes.addAll(follower.notes()));
    alerts.forEach(each -> notes.addAll(each.notes()));
    return notes;
  }

  /** Whether all threads make progress; if not, the process should be restarted. */
  public boolean alive() {
    return index.alive() && matches.stream().allMatch(MatchFollower::alive);
  }

  /** Metrics in Prometheus's text format. */
  public void metrics(Context context) {
    if (prometheus.isEmpty()) {
      plain(context).status(404).result("this process keeps no Prometheus metrics\n");
      return;
    }
    context
        .contentType("text/plain; version=0.0.4; charset=utf-8")
        .header("Cache-Control", "no-store")
        .result(prometheus.get().scrape());
  }

  @Override
  public void close() {
    database.close();
  }

  private static Context plain(Context context) {
    return context.contentType("text/plain; charset=utf-8").header("Cache-Control", "no-store");
  }
}
