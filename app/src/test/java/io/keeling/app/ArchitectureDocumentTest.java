package io.keeling.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/architecture.md} against the poms of what ships, and against the sources. */
class ArchitectureDocumentTest {

  private static final Path REPOSITORY = Path.of("..");

  /** Those that ship and their tools; not {@code test-environment} and those that hold tests. */
  private static final Pattern MODULE =
      Pattern.compile("<module>((?!test-)[a-z]+(?:-(?!tests)[a-z]+)?)</module>");

  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<artifactId>keeling-([a-z]+(?:-[a-z]+)?)</artifactId>(?:<scope>provided</scope>)?</dependency>");

  /**
   * A class that the document names, by itself or behind its package; all of a package is a star.
   */
  private static final Pattern CLASS = Pattern.compile("`((?:[a-z]+\\.)*)([A-Z]\\w+|[*])`");

  @Test
  void everyClassThatIsNamedIsThere() throws IOException {
    Set<String> sources = sources();
    List<String> named =
        CLASS
            .matcher(Files.readString(REPOSITORY.resolve("docs/architecture.md")))
            .results()
            .map(found -> "/" + found.group(1).replace('.', '/') + found.group(2))
            .toList();

    assertThat(named).hasSizeGreaterThan(30);
    assertThat(named)
        .allSatisfy(name -> assertThat(sources).anyMatch(source -> source.endsWith(name)));
  }

  /** The paths of all classes without their ending, and those of all packages with a star. */
  private static Set<String> sources() throws IOException {
    Set<String> sources = new HashSet<>();
    for (String module : found(MODULE, "pom.xml")) {
      try (Stream<Path> files = Files.walk(REPOSITORY.resolve(module).resolve("src"))) {
        files
            .map(Path::toString)
            .filter(file -> file.endsWith(".java"))
            .forEach(
                file -> {
                  sources.add(file.replaceFirst("[.]java$", ""));
                  sources.add(file.replaceFirst("[^/]*$", "*"));
                });
      }
    }
    return sources;
  }

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
