package io.keeling.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the picture of the modules in {@code docs/architecture.md} against the poms. */
class ArchitectureDocumentTest {

  private static final Path REPOSITORY = Path.of("..");
  private static final Pattern MODULE = Pattern.compile("<module>([a-z]+)</module>");
  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<artifactId>keeling-([a-z]+)</artifactId>(?:<scope>provided</scope>)?</dependency>");

  @Test
  void thePictureOfTheModulesIsThatOfThePoms() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String module : found(MODULE, "pom.xml")) {
      String known =
          found(DEPENDENCY, module + "/pom.xml").stream()
              .sorted()
              .collect(Collectors.joining(", "));
      lines.add((module + " -> " + known).strip());
    }
    String document = Files.readString(REPOSITORY.resolve("docs/architecture.md"));

    assertThat(document)
        .contains(lines.stream().sorted().collect(Collectors.joining("\n", "```\n", "\n```")));
  }

  private static List<String> found(Pattern pattern, String file) throws IOException {
    return pattern
        .matcher(Files.readString(REPOSITORY.resolve(file)))
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }
}
