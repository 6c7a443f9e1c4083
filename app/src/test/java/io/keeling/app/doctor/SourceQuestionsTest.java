package io.keeling.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.app.doctor.Finding.Verdict;
import io.keeling.app.sources.SourceCheck;
import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import io.keeling.ingest.config.SourceHealthConfig;
import io.keeling.ingest.source.SourceHistory;
import io.keeling.ingest.source.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceQuestionsTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private static SourceState failing(String id, Instant since, Instant due) {
    return SourceState.unknown(source(id), since).failed("unreachable", null, since, due);
  }

  private static SourceState well(String id, Instant at, Instant due) {
    SourceHistory history = new SourceHistory(at, at, at, null, null, null, null);
    return SourceState.unknown(source(id), at)
        .succeeded(history, at, due, Duration.ZERO, null, null);
  }

  private static Source source(String id) {
    return new Source(id, SourceKind.FEED, "https://" + id + ".example/", id, null, null, null);
  }

  private static List<Finding> findings(SourceState... states) {
    List<SourceState> all = List.of(states);
    return SourceQuestions.findings(
        SourceCheck.of(
            all.stream().map(SourceState::source).toList(),
            all,
            Map.of(),
            SourceHealthConfig.defaults(),
            NOW),
        NOW);
  }

  @Test
  void aDeadSourceIsNamedWithItsLastSuccessAndWhatToDo() {
    List<Finding> findings =
        findings(
            well("a", NOW.minusSeconds(60), NOW), failing("b", NOW.minus(Duration.ofDays(9)), NOW));

    assertThat(findings).extracting(Finding::verdict).containsExactly(Verdict.OK, Verdict.WARN);
    assertThat(findings.get(1).line())
        .startsWith("b: dead since 2026-11-15T10:00:00Z, last look")
        .contains("last news never", "unreachable", "keeling sources add");
  }

  @Test
  void sourcesThatAreAllDeadPointAtTheNetwork() {
    List<Finding> findings = findings(failing("b", NOW.minus(Duration.ofDays(9)), NOW));

    assertThat(findings.get(0).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(findings.get(0).line()).contains("DNS and egress");
  }

  @Test
  void sourcesThatNobodyAsksAnyMorePointAtIngest() {
    Instant yesterday = NOW.minus(Duration.ofDays(1));

    List<Finding> one =
        findings(well("a", yesterday, yesterday), well("b", NOW.minusSeconds(60), NOW));
    List<Finding> all = findings(well("a", yesterday, yesterday));

    assertThat(one).extracting(Finding::verdict).containsExactly(Verdict.OK, Verdict.WARN);
    assertThat(one.get(1).line()).contains("a: well", "due at 2026-11-23T10:00:00Z and not asked");
    assertThat(all.get(0).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(all.get(0).line()).contains("is an instance of ingest running?");
  }

  @Test
  void ofManyAScreenIsToldAndTheRestCounted() {
    List<SourceState> states = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      states.add(failing("s" + i, NOW.minus(Duration.ofDays(9)), NOW));
    }

    List<Finding> findings = findings(states.toArray(SourceState[]::new));

    assertThat(findings).hasSize(22);
    assertThat(findings.get(21).line()).startsWith("5 more");
  }

  @Test
  void noneIsNothingToWatch() {
    assertThat(findings()).extracting(Finding::verdict).containsExactly(Verdict.WARN);
  }
}
