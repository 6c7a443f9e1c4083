package io.keeling.app.sources;

import io.keeling.contract.source.Source;
import io.keeling.ingest.config.SourceHealthConfig;
import io.keeling.ingest.drift.Yield;
import io.keeling.ingest.health.SourceHealth;
import io.keeling.ingest.source.SourceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Computes the health of the sources in the catalogue. */
public final class SourceCheck {

  private SourceCheck() {}

  /**
   * Returns the health of all sources, the worst first. If ingest has two states of a source, the
   * later one counts.
   */
  public static List<SourceHealth> of(
      List<Source> catalogue,
      List<SourceState> states,
      Map<String, Yield> yields,
      SourceHealthConfig config,
      Instant now) {
    Map<String, SourceState> known = new HashMap<>();
    states.forEach(
        state -> known.merge(state.source().id(), state, (a, b) -> looked(a, b) ? a : b));
    List<SourceHealth> all = new ArrayList<>();
    for (Source source : catalogue) {
      SourceState state = known.get(source.id());
      all.add(
          source.pausedNow()
              ? SourceHealth.paused(source, now)
              : SourceHealth.of(
                  state == null ? SourceState.unknown(source, now) : state,
                  yields.get(source.id()),
                  config,
                  now));
    }
    all.sort(SourceHealth.WORST_FIRST);
    return all;
  }

  private static boolean looked(SourceState a, SourceState b) {
    Instant first = a.history().triedAt();
    Instant second = b.history().triedAt();
    return second == null || (first != null && first.isAfter(second));
  }
}
