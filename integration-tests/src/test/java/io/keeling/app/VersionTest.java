package io.keeling.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.keeling.environment.Programs;
import io.keeling.environment.RequiresProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the version to the one place where it is said: the root pom's {@code revision}. */
class VersionTest {

  private static final Path REPOSITORY = Path.of("..");
  private static final Pattern REVISION = Pattern.compile("<revision>([^<]+)</revision>");
  private static final Pattern OWN_VERSION =
      Pattern.compile("<artifactId>keeling(-[a-z]+)?</artifactId>\\s*<version>([^<]+)</version>");

  @Test
  void theCommandTellsTheVersionOfTheBuild() throws IOException {
    CommandRun run = CommandRun.of("--version");

    assertThat(run.status()).isZero();
    assertThat(run.out().strip())
        .matches("keeling " + Pattern.quote(revision()) + "(, commit .*)?");
  }

  @Test
  @RequiresProgram("git")
  void andTheCommitThatItIsOfWhereThereIsAClone() throws Exception {
    Programs.Result commit = Programs.run(List.of("git", "rev-parse", "HEAD"), REPOSITORY);
    assumeThat(commit.status()).isZero();

    String told = CommandRun.of("--version").out().strip();

    assertThat(told)
        .matches(
            ".*, commit [0-9a-f]{12}(-dirty)? of \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\S+");
  }

  @Test
  void noPomSaysAVersionOfItsOwn() throws IOException {
    for (Path pom : poms()) {
      List<String> said =
          OWN_VERSION
              .matcher(Files.readString(pom))
              .results()
              .map(result -> result.group(2))
              .distinct()
              .toList();

      assertThat(said).as("%s", pom).isSubsetOf("${revision}", "${project.version}");
    }
  }

  private static String revision() throws IOException {
    return REVISION
        .matcher(Files.readString(REPOSITORY.resolve("pom.xml")))
        .results()
        .map(result -> result.group(1))
        .findFirst()
        .orElseThrow();
  }

  private static List<Path> poms() throws IOException {
    try (Stream<Path> files = Files.walk(REPOSITORY, 3)) {
      return files.filter(file -> file.endsWith("pom.xml")).toList();
    }
  }
}
