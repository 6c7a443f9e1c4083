package io.keeling.app.killing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.verifier.check.Report;
import io.keeling.verifier.workload.NumberedPress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills everything again and again while a known stream of articles flows, then compares all that
 * is in topics and tables with what the stream must lead to, and what the desk lists with the
 * tables. Meanwhile followers of searches are told and an editor works at the desks: who was told
 * of what, and what was answered, is compared, too. No role may end but by a kill, once it works.
 * After each round of faults all must come through before the next.
 *
 * <p>By hand for as long as one likes: {@code -Dkeeling.killing=PT1H}, again in the same order:
 * {@code -Dkeeling.killing.seed=N}, on a build that is broken: {@code -Dkeeling.killing.mutant=}
 * with a name of {@link Mutant}. What the processes said is in {@code target/killing}.
 */
class KillingST {

  private static final int STEPS_PER_SECOND = Integer.getInteger("keeling.killing.rate", 15);
  private static final Duration BETWEEN_ARTICLES = Duration.ofMillis(1_500);

  /** What a killed instance left is rolled back within 20 s; the rest is for starting again. */
  private static final Duration RECOVERY = Duration.ofSeconds(60);

  @TempDir(cleanup = CleanupMode.ALWAYS)
  Path directory;

  @Test
  void nothingIsLostAndNothingIsTwice() throws Exception {
    Duration time = Duration.parse(System.getProperty("keeling.killing", "PT60S"));
    long seed =
        Long.getLong("keeling.killing.seed", RandomGenerator.getDefault().nextLong(1_000_000));
    System.out.println("killer: keeling.killing.seed=" + seed);

    try (NumberedPress press = NumberedPress.start(seed);
        RunningCluster cluster =
            new RunningCluster(directory, Path.of("target", "killing"), press.sources(), mutant())
                .withSecondDesk()) {
      cluster.start();
      Killer killer = new Killer(cluster, seed);
      Report report;
      Map<String, Duration> unready;
      List<String> followers;
      try (Followers following = Followers.begin(cluster, seed);
          Load load = new Load(cluster, press, seed, STEPS_PER_SECOND, BETWEEN_ARTICLES)) {
        killer.run(
            time,
            () -> {
              following.hold(true);
              load.awaitThrough();
              following.hold(false);
            });
        following.stopChanging();
        try (Readiness readiness = Readiness.watch(cluster)) {
          report = load.verify();
          unready = readiness.longestUnready();
        }
        followers = following.findings();
      }

      System.out.printf(
          "killer: survived %d, and %d starts that gave up: %s%n",
          killer.count(), cluster.endedByThemselves(), killer.struck());
      System.out.println("killer: longest not ready after the last fault: " + unready);
      System.out.printf(
          "verifier: %s%nverifier: pages of %d articles were fetched %d times%n",
          report.text(), press.served().size(), press.fetches());
      assertThat(report.findings()).isEmpty();
      assertThat(followers).as("what followers and editors were promised").isEmpty();
      assertThat(unready)
          .as("not ready after the last fault")
          .allSatisfy((role, most) -> assertThat(most).isLessThan(RECOVERY));
      // The index follows the rows, and says that it is ready before it has the last of them.
      await("the desk lists what the tables hold")
          .atMost(RECOVERY)
          .untilAsserted(
              () ->
                  assertThat(DeskContent.listed(cluster))
                      .hasSize(report.articles())
                      .isEqualTo(DeskContent.stored(cluster)));
      assertThat(cluster.gaveUp()).as("roles that worked and ended by themselves").isEmpty();
    }
  }

  /** A broken build, where one is asked for by hand: the test must fail then. */
  private List<String> mutant() throws IOException {
    String name = System.getProperty("keeling.killing.mutant");
    if (name == null) {
      return List.of();
    }
    Path classes = directory.resolve("mutant");
    Mutant.valueOf(name).compile(classes);
    return List.of(classes.toString());
  }
}
