package io.keeling.app.environment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that needs Chromium and its driver where Debian puts them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresChromium.Condition.class)
public @interface RequiresChromium {

  /** The browser. */
  Path BROWSER = Path.of("/usr/bin/chromium");

  /** Its driver. */
  Path DRIVER = Path.of("/usr/bin/chromedriver");

  /** Looks for both files. */
  final class Condition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return Requires.presence(
          "Chromium with chromedriver",
          () -> Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER));
    }
  }
}
