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
 * {@code /healthz}, {@code /readyz} and {@code /metrics}, for whoever runs the desk. Threads may
 * share it. No answer waits for the database or Kafka.
 */
public final class Health implements AutoCloseable {

  private final DatabaseWatch database;
  private final FollowedIndex index;
  private final Optional<PrometheusMeterRegistry> prometheus;

  /** What matches saved searches, once that is started. */
  private final List<MatchFollower> matches = new CopyOnWriteArrayList<>();

  /** What tells followers, once that is started. */
  private final List<Alerts> alerts = new CopyOnWriteArrayList<>();

  /** Starts to watch the database. */
  public Health(Database database, FollowedIndex index, MeterRegistry meters) {
    this.database = DatabaseWatch.start(database);
    this.index = index;
    this.prometheus = prometheus(meters);
  }

  /** From now on it tells of this one, too. */
  public void watch(MatchFollower follower) {
    matches.add(follower);
  }

  /** Likewise. */
  public void watch(Alerts telling) {
    alerts.add(telling);
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

  /** Whether the process runs: if not, or if this does not answer, start it again. */
  public void alive(Context context) {
    boolean alive = alive();
    plain(context).status(alive ? 200 : 500).result(alive ? "ok\n" : "dead\n");
  }

  /** Whether it can answer queries: if not, send no readers here. */
  public void ready(Context context) {
    List<String> problems = problems();
    List<String> lines = new ArrayList<>(problems.isEmpty() ? List.of("ready") : problems);
    notes().stream().filter(note -> !lines.contains(note)).forEach(lines::add);
    plain(context).status(problems.isEmpty() ? 200 : 503).result(String.join("\n", lines) + "\n");
  }

  /** What keeps the desk from answering, one line each; empty if nothing does. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>(database.problems());
    problems.addAll(index.problems());
    return problems;
  }

  /** What an operator should know although it answers, one line each. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(index.notes());
    matches.forEach(follower -> notes.addAll(follower.notes()));
    alerts.forEach(telling -> notes.addAll(telling.notes()));
    return notes;
  }

  /** Whether all goes on; if not, the process should be started again. */
  public boolean alive() {
    return index.alive() && matches.stream().allMatch(MatchFollower::alive);
  }

  /** Figures in Prometheus's text format. */
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

  /** Stops watching. */
  @Override
  public void close() {
    database.close();
  }

  private static Context plain(Context context) {
    return context.contentType("text/plain; charset=utf-8").header("Cache-Control", "no-store");
  }
}
