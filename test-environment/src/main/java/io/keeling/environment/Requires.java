package io.keeling.environment;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

/**
 * Decides whether a test can run on this machine. What is missing skips the test and says so; where
 * {@code KEELING_REQUIRE_ALL_TESTS} is set, as in CI, the test runs all the same, and fails. CI
 * makes the machine ready while other modules are tested, and names a file that is there until it
 * has.
 */
final class Requires {

  private static final Duration LONGEST_PREPARATION = Duration.ofMinutes(15);

  private Requires() {}

  static ConditionEvaluationResult presence(String what, BooleanSupplier present) {
    awaitPreparation();
    if (System.getenv("KEELING_REQUIRE_ALL_TESTS") != null || present.getAsBoolean()) {
      return ConditionEvaluationResult.enabled(what + " is here");
    }
    System.out.println("SKIPPED: there is no " + what + " on this machine");
    return ConditionEvaluationResult.disabled("there is no " + what + " on this machine");
  }

  private static void awaitPreparation() {
    String preparing = System.getenv("CI_PREPARING");
    if (preparing != null) {
      await("preparation of the machine")
          .atMost(LONGEST_PREPARATION)
          .until(() -> Files.notExists(Path.of(preparing)));
    }
  }
}
