package io.keeling.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares docs/metrics.md with the names that the sources give to meters. What running roles show
 * of them is compared by MetricsIT.
 */
class MetricsDocumentTest {

  private static final Path REPOSITORY = Path.of("..");

  /** A name where a meter is made of it, across lines. */
  private static final Pattern METER =
      Pattern.compile(
          "(?:builder\\(|counter\\(|timer\\(|count\\(|gauge\\(|age\\(|NAME"
              + " =)\\s*\"(keeling\\.[a-z.]+)\"");

  private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(keeling_[a-z_]+)` \\|");

  /** What Prometheus puts behind a name: its kind or unit. */
  private static final Pattern SUFFIX =
      Pattern.compile("(?:_(?:total|seconds|bytes|records|partitions|ratio))+$");

  @Test
  void everyMeterIsInTheDocumentAndNoOther() throws IOException {
    Set<String> documented = new TreeSet<>();
    Matcher names = DOCUMENTED.matcher(Files.readString(REPOSITORY.resolve("docs/metrics.md")));
    while (names.find()) {
      documented.add(SUFFIX.matcher(names.group(1)).replaceFirst(""));
    }

    assertThat(made()).isEqualTo(documented);
  }

  private static Set<String> made() throws IOException {
    Set<String> made = new TreeSet<>();
    try (Stream<Path> files = Files.walk(REPOSITORY, 12)) {
      for (Path file :
          files
              .filter(each -> each.toString().endsWith(".java"))
              .filter(each -> each.toString().contains("/src/main/java/io/keeling/"))
              .filter(each -> !each.toString().contains("/bench/"))
              .toList()) {
        Matcher meters = METER.matcher(Files.readString(file));
        while (meters.find()) {
          String name = meters.group(1).replace('.', '_');
          made.add(SUFFIX.matcher(name).replaceFirst(""));
        }
      }
    }
    return made;
  }
}
