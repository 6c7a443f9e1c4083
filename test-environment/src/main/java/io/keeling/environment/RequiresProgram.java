package io.keeling.environment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** A test that needs programs of this machine. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresProgram.Condition.class)
public @interface RequiresProgram {

  /** The programs' names, as a shell would find them. */
  String[] value();

  /** Looks along the path. */
  final class Condition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      String[] programs =
          AnnotationSupport.findAnnotation(context.getElement(), RequiresProgram.class)
              .map(RequiresProgram::value)
              .orElse(new String[0]);
      return Requires.presence(
          Arrays.stream(programs).collect(Collectors.joining(" and ")),
          () -> Arrays.stream(programs).allMatch(each -> Programs.find(each).isPresent()));
    }
  }
}
