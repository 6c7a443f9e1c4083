package io.keeling.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.app.config.ConfigLoader;
import io.keeling.app.config.KeelingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/security.md} against what is there. */
class SecurityDocumentTest {

  private static final Path REPOSITORY = Path.of("..");
  private static final Pattern TEST_CLASS = Pattern.compile("`(\\w+(?:Test|IT|ST))`");
  private static final Pattern SETTINGS = Pattern.compile("(?s)```yaml\n(.*?)```");

  @Test
  void everyTestThatItNamesExists() throws IOException {
    List<String> named = found(TEST_CLASS);
    String present;
    try (Stream<Path> files = Files.find(REPOSITORY, 20, (file, is) -> is.isRegularFile())) {
      present =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java"))
              .collect(Collectors.joining(" "));
    }

    assertThat(named).hasSizeGreaterThan(8);
    assertThat(named).allSatisfy(name -> assertThat(present).contains(name + ".java"));
  }

  @Test
  void itsExamplesAreValidSettings() throws IOException {
    List<String> examples = found(SETTINGS);

    assertThat(examples).hasSize(5);
    for (String example : examples) {
      KeelingConfig config = ConfigLoader.ofText("docs/security.md", example, Map.of()).load();
      assertThat(config).isNotEqualTo(KeelingConfig.defaults());
    }
  }

  private static List<String> found(Pattern pattern) throws IOException {
    String text = Files.readString(REPOSITORY.resolve("docs/security.md"));
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
