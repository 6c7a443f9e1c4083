package io.keeling.search.budget;

import io.keeling.search.budget.SearchRefusedException.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Gives each request its budget, and counts those that are refused. Threads may share it. */
public final class Budgets {

  private final Duration most;
  private final Turns turns = Turns.ofProcessors();
  private final Map<Reason, Counter> refused = new EnumMap<>(Reason.class);

  public Budgets(Duration most, MeterRegistry meters) {
    this.most = most;
    for (Reason reason : Reason.values()) {
      refused.put(
          reason,
          Counter.builder("keeling.desk.searches.refused")
              .description("Requests that took too much of the search index, by reason")
              .tag("reason", reason.name().toLowerCase(Locale.ROOT))
              .register(meters));
    }
    Gauge.builder("keeling.desk.searches.waiting", turns, Turns::waiting)
        .description("Requests that take long and wait for their turn at the search index")
        .register(meters);
  }

  /** Gives this thread a new budget, for a request that begins. */
  public void begin() {
    Budget.ofThread(make());
  }

  /** Removes the budget from this thread. */
  public void end() {
    Budget.ofThread(null);
  }

  /** Does work under a budget of its own. */
  public <T> T within(Supplier<T> work) {
    begin();
    try {
      return work.get();
    } finally {
      end();
    }
  }

  private Budget make() {
    return new Budget(
        most, turns, reason -> Objects.requireNonNull(refused.get(reason)).increment());
  }
}
