package io.keeling.app.environment;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

/**
 * Decides whether a test can run on this machine. What is missing skips the test and says so; where
 * {@code KEELING_REQUIRE_ALL_TESTS} is set, as in CI, the test runs all the same, and fails.
 */
final class Requires {

  private Requires() {}

  static ConditionEvaluationResult presence(String what, BooleanSupplier present) {
    if (System.getenv("KEELING_REQUIRE_ALL_TESTS") != null || present.getAsBoolean()) {
      return ConditionEvaluationResult.enabled(what + " is here");
    }
    System.out.println("SKIPPED: there is no " + what + " on this machine");
    return ConditionEvaluationResult.disabled("there is no " + what + " on this machine");
  }
}
