package io.keeling.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.ingest.config.LinksConfig;
import io.keeling.ingest.config.ScheduleConfig;
import io.keeling.ingest.health.Condition;
import io.keeling.ingest.health.SourceHealth;
import io.keeling.ingest.topology.SimulatedPress.Fate;
import io.keeling.ingest.topology.SimulatedPress.Outlet;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weeks of schedule of a hundred sources, with a clock that the test turns. */
class WeeksTest {

  private static final ScheduleConfig SCHEDULE = ScheduleConfig.defaults();
  private static final Duration STEP = Duration.ofMinutes(10);
  private static final Duration WEEKS = Duration.ofDays(21);

  @TempDir Path directory;

  private final Map<String, Instant> polledAt = new HashMap<>();
  private final Map<String, Set<String>> versions = new LinkedHashMap<>();
  private final Map<Condition, Set<String>> everSeen = new HashMap<>();

  @Test
  void threeWeeksOfAHundredSources() {
    SimulatedPress press = new SimulatedPress(100, 25, 7);
    LinksConfig usual = LinksConfig.defaults();
    // The round of old links is driven elsewhere; here it would only take time.
    LinksConfig links =
        new LinksConfig(
            usual.depth(),
            usual.waitingPerHost(),
            usual.barrenAfter(),
            usual.barrenProbe(),
            usual.shapesPerHost(),
            usual.memory(),
            10);
    try (IngestDriver ingest = new IngestDriver(directory, SCHEDULE, links)) {
      List<FetchRequest> underWay = new ArrayList<>();
      press.outlets.forEach(outlet -> ingest.source(outlet.source()));
      while (ingest.now().isBefore(IngestDriver.START.plus(WEEKS))) {
        press.publish(ingest.now());
        underWay.addAll(checked(ingest.asked(), press, ingest.now()));
        noHostHasMoreThanItsShare(underWay);
        List<FetchRequest> answered = new ArrayList<>(underWay);
        underWay.clear();
        answered.forEach(request -> press.answer(request, ingest));
        ingest.found().forEach(this::found);
        noSourceIsForgotten(press, ingest.now());
        ingest
            .health()
            .forEach(
                s -> everSeen.computeIfAbsent(s.condition(), c -> new HashSet<>()).add(s.id()));
        ingest.pass(STEP);
      }
      everyArticleWasFetchedAtItsAges(press, ingest.now());
      everyTextIsOneVersion(press);
      theHealthIsWhatHappened(press, ingest);
      assertThat(ingest.letters()).isEmpty();
    }
  }

  private List<FetchRequest> checked(
      List<FetchRequest> requests, SimulatedPress press, Instant now) {
    assertThat(requests).extracting(FetchRequest::url).doesNotHaveDuplicates();
    for (FetchRequest request : requests) {
      Outlet outlet = press.outlet(request.url());
      if (outlet == null) {
        continue;
      }
      assertThat(now).as("rest of %s", outlet.id).isAfterOrEqualTo(outlet.restUntil);
      Instant last = polledAt.put(outlet.id, now);
      if (last != null && outlet.answeredLast) {
        assertThat(Duration.between(last, now)).isGreaterThanOrEqualTo(SCHEDULE.shortestInterval());
      }
    }
    return requests;
  }

  private static void noHostHasMoreThanItsShare(List<FetchRequest> underWay) {
    underWay.stream()
        .map(request -> request.url().split("/", 4)[2])
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .forEach((host, count) -> assertThat(count).as(host).isLessThanOrEqualTo(16));
  }

  /** Dead ones are tried every day, all others at least as often as the ceiling says. */
  private void noSourceIsForgotten(SimulatedPress press, Instant now) {
    Set<String> resting =
        press.outlets.stream()
            .filter(outlet -> outlet.fate == Fate.LIMITS)
            .map(outlet -> outlet.host)
            .collect(Collectors.toSet());
    for (Outlet outlet : press.outlets) {
      Duration longest =
          outlet.answeredLast ? SCHEDULE.longestInterval() : SCHEDULE.longestBackoff();
      longest = resting.contains(outlet.host) ? longest.plus(SimulatedPress.REST) : longest;
      assertThat(Duration.between(polledAt.get(outlet.id), now))
          .as(outlet.id)
          .isLessThanOrEqualTo(longest.plus(STEP.multipliedBy(2)));
    }
  }

  private void found(Article article) {
    assertThat(versions.computeIfAbsent(article.url(), u -> new HashSet<>()).add(article.version()))
        .as("a version of %s twice", article.url())
        .isTrue();
  }

  private static void everyArticleWasFetchedAtItsAges(SimulatedPress press, Instant end) {
    // After failures and rests of the host, which may follow one another.
    Duration late = SimulatedPress.REST.multipliedBy(2);
    for (String url : press.told.keySet()) {
      if (press.told.get(url).plus(late).isAfter(end)) {
        continue; // There was no time yet for it.
      }
      List<Instant> times = press.served.get(url);
      if (times == null) {
        throw new AssertionError(url + " was never fetched");
      }
      Instant first = times.get(0);
      if (first.plus(Duration.ofDays(3)).plus(late).isAfter(end)) {
        continue;
      }
      List<Duration> ages = SCHEDULE.rechecks();
      // One that was published before we came may be too old for the last.
      assertThat(times.size()).as(url).isBetween(1, 1 + ages.size());
      for (int i = 1; i < times.size(); i++) {
        Duration age = Duration.between(first, times.get(i));
        // A rest may last beyond the next age; one look is then for both.
        assertThat(ages)
            .as("%s at %s", url, age)
            .anyMatch(due -> age.compareTo(due) >= 0 && age.compareTo(due.plus(late)) <= 0);
      }
    }
    long complete = press.served.values().stream().filter(times -> times.size() == 5).count();
    assertThat(complete).isGreaterThan(press.told.size() * 7L / 10);
  }

  private void everyTextIsOneVersion(SimulatedPress press) {
    assertThat(versions.keySet()).containsExactlyInAnyOrderElementsOf(press.texts.keySet());
    press.texts.forEach(
        (url, texts) -> assertThat(versions.get(url)).as(url).hasSize(texts.size()));
    assertThat(versions.values().stream().filter(v -> v.size() == 2)).isNotEmpty();
  }

  private void theHealthIsWhatHappened(SimulatedPress press, IngestDriver ingest) {
    Map<String, SourceHealth> now =
        ingest.health().stream().collect(Collectors.toMap(SourceHealth::id, Function.identity()));
    assertThat(now).hasSize(press.outlets.size());
    for (Outlet outlet : press.outlets) {
      SourceHealth health = now.get(outlet.id);
      switch (outlet.fate) {
        case DIES -> {
          assertThat(health.condition()).as(outlet.id).isEqualTo(Condition.DEAD);
          assertThat(health.reason()).isEqualTo("unreachable: answered 500");
          assertThat(health.reasonCode()).isEqualTo("http-5xx");
          assertThat(health.since())
              .isBetween(
                  IngestDriver.START.plus(SimulatedPress.DEATH).minus(Duration.ofHours(2)),
                  IngestDriver.START.plus(SimulatedPress.DEATH).plus(Duration.ofHours(13)));
        }
        case FALLS_SILENT -> {
          assertThat(health.condition()).as(outlet.id).isEqualTo(Condition.SILENT);
          assertThat(health.since())
              .isBefore(IngestDriver.START.plus(SimulatedPress.SILENCE).plus(Duration.ofDays(1)));
        }
        default -> assertThat(health.condition().isTrouble()).as(outlet.id).isFalse();
      }
    }
    assertThat(everSeen.get(Condition.DEAD)).isEqualTo(ids(press, Set.of(Fate.DIES, Fate.OUTAGE)));
    assertThat(everSeen.get(Condition.SILENT)).isEqualTo(ids(press, Set.of(Fate.FALLS_SILENT)));
  }

  private static Set<String> ids(SimulatedPress press, Set<Fate> fates) {
    return press.outlets.stream()
        .filter(outlet -> fates.contains(outlet.fate))
        .map(outlet -> outlet.id)
        .collect(Collectors.toSet());
  }
}
