package io.keeling.app.patterns;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No regular expression takes longer than in proportion to the text, whatever the text, so that
 * none needs a bound of its own. Java's engine goes back over what it has read; how often it reads
 * is counted, on texts made for each expression to make it go back.
 */
class LinearPatternsTest {

  /** Enough to tell what grows with the square: {@link #MOST_READS} times and more. */
  private static final int REPEATS = 700;

  /** Enough to overflow the stack of a thread, 1 MB, where the engine calls itself for each. */
  private static final int MANY_REPEATS = 10_000;

  /**
   * Of each character. Long lists of words and bounded repeats come near; at some nanoseconds a
   * read, one expression then takes less than a second for a megabyte.
   */
  private static final int MOST_READS = 250;

  /** Texts of each kind; by more, no other expression was found. */
  private static final int SAMPLES = 3;

  private static final int LONGEST_HEAD = 12;

  private static final List<String> RUNS =
      List.of(
          " ",
          "a",
          "A",
          "1",
          ".",
          "-",
          "\u0301",
          ",",
          "/",
          "\u00e9",
          "\n",
          "\u00a0",
          "(",
          "<",
          "\"",
          "a ",
          "A ",
          "1 ",
          "A.",
          "1-",
          "a\u0301",
          " \u0301",
          "&",
          "By ",
          "\ud83d\ude00");

  /**
   * Classes that compile a pattern elsewhere than in a field that is found: for a field of an enum
   * or of the class itself, or for the operator's own pattern, whose reads are counted.
   */
  private static final Set<String> COMPILE_ELSEWHERE =
      Set.of("Facet", "Treaties", "LinkPattern", "PlaceSupport");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.keeling");

  private static final Map<String, Pattern> PATTERNS = KnownPatterns.in(CLASSES);

  static Stream<String> names() {
    return PATTERNS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyExpressionReadsACharacterABoundedNumberOfTimes(String name) {
    Pattern pattern = PATTERNS.get(name);
    PatternSampler sampler = new PatternSampler(pattern, new Random(1));
    List<String> heads = new ArrayList<>(List.of("", "e"));
    IntStream.range(0, SAMPLES).forEach(i -> heads.add(sampler.sample()));

    for (String head : heads) {
      RUNS.forEach(run -> requireLinear(pattern, head, run, REPEATS));
      requireLinear(pattern, "", head, REPEATS);
      for (int end = 1; end < Math.min(head.length(), LONGEST_HEAD); end++) {
        requireLinear(pattern, "", head.substring(0, end), REPEATS);
      }
    }
    for (int part = 0; part < sampler.repeats(); part++) {
      for (int i = 0; i < SAMPLES; i++) {
        requireLinear(pattern, sampler.upTo(part), sampler.repeated(part), REPEATS);
      }
      requireLinear(pattern, sampler.upTo(part), sampler.repeated(part), MANY_REPEATS);
    }
  }

  private static void requireLinear(Pattern pattern, String head, String run, int repeats) {
    if (run.isEmpty()) {
      return;
    }
    for (String end : List.of("", "\u0001")) {
      String text = head + run.repeat(repeats) + end;
      long most = (long) MOST_READS * text.length();
      assertThat(CountedText.reads(pattern, text, most))
          .as("reads of \"%s\" and %d times \"%s\" by %s", head, repeats, run, pattern)
          .isLessThan(most);
    }
  }

  @Test
  void everyExpressionIsKnownHere() {
    noClasses()
        .that(DescribedPredicate.describe("see text of the web", KnownPatterns::seesTheWeb))
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "compiles a pattern that no static field holds",
                LinearPatternsTest::compilesElsewhere))
        .check(CLASSES);
  }

  private static boolean compilesElsewhere(JavaMethodCall call) {
    JavaClass owner = call.getOriginOwner();
    return call.getTargetOwner().isEquivalentTo(Pattern.class)
        && Set.of("compile", "matches").contains(call.getName())
        && !call.getOrigin().getName().equals("<clinit>")
        && !COMPILE_ELSEWHERE.contains(owner.getSimpleName());
  }
}
