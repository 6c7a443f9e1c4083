package io.keeling.deploy.environment;

import static org.awaitility.Awaitility.await;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A test that needs programs of this machine. Without one of them the test is skipped and says so;
 * where {@code KEELING_REQUIRE_ALL_TESTS} is set, as in CI, it runs all the same, and fails. CI
 * makes the machine ready while other modules are tested, and names a file that is there until it
 * has.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresProgram.Condition.class)
public @interface RequiresProgram {

  /** The programs' names, as a shell would find them. */
  String[] value();

  /** Looks along the path. */
  final class Condition implements ExecutionCondition {

    private static final Duration LONGEST_PREPARATION = Duration.ofMinutes(15);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      awaitPreparation();
      String[] programs =
          AnnotationSupport.findAnnotation(context.getElement(), RequiresProgram.class)
              .map(RequiresProgram::value)
              .orElse(new String[0]);
      if (System.getenv("KEELING_REQUIRE_ALL_TESTS") == null) {
        for (String program : programs) {
          if (Programs.find(program).isEmpty()) {
            System.out.println("SKIPPED: there is no " + program + " on this machine");
            return ConditionEvaluationResult.disabled(
                "there is no " + program + " on this machine");
          }
        }
      }
      return ConditionEvaluationResult.enabled("all programs are here");
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
}
