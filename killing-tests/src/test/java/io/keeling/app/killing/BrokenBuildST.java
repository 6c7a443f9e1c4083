package io.keeling.app.killing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.verifier.check.Report;
import io.keeling.verifier.workload.LoadGenerator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The verifier sees what it is there for: a sink that commits offsets before it writes. */
class BrokenBuildST {

  private static final long SEED = 1;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir(cleanup = CleanupMode.ALWAYS)
  Path directory;

  @Test
  void aSinkThatCommitsOffsetsBeforeItWritesIsCaught() throws Exception {
    Path mutant = directory.resolve("mutant");
    Mutant.OFFSETS_BEFORE_ROWS.compile(mutant);
    try (RunningCluster cluster =
        new RunningCluster(
            directory,
            Path.of("target", "killing-broken"),
            List.of(),
            List.of(mutant.toString()),
            1,
            List.of())) {
      cluster.start();
      int steps;
      try (LoadGenerator load = LoadGenerator.start(cluster.kafka().clientProperties(), SEED, 20)) {
        await().atMost(PATIENCE).until(() -> load.sent() > 50);
        assertThat(new Killer(cluster, SEED).killSinksInTransaction(PATIENCE)).isTrue();
        steps = load.stop();
      }
      cluster.awaitReady();
      assertThat(cluster.verifier().awaitRest(PATIENCE)).isEmpty();

      Report report = cluster.verifier().verify(SEED, steps);

      System.out.println("verifier, on a broken build: " + report.text());
      assertThat(report.findings()).anyMatch(line -> line.startsWith("article_version: lost "));
    }
  }
}
