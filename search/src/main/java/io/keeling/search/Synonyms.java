package io.keeling.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names of the same thing, a line each, with commas between them; {@code #} begins a remark. They
 * are laid over queries, so that a change needs no other index.
 *
 * @param sets the names of each thing
 */
public record Synonyms(List<List<String>> sets) {

  private static final String BUILT_IN = "/io/keeling/search/synonyms.txt";
  private static final String ORGANISATIONS = "/io/keeling/search/organisations.txt";

  /** Most lines of a file, as each word of a query is looked up in them. */
  private static final int MOST_LINES = 10_000;

  public Synonyms {
    sets = sets.stream().map(List::copyOf).toList();
  }

  private static Synonyms parse(List<String> lines) {
    return new Synonyms(
        lines.stream()
            .map(line -> line.replaceFirst("#.*", "").strip())
            .filter(names -> !names.isEmpty())
            .map(names -> Arrays.stream(names.split(",")).map(String::strip).toList())
            .toList());
  }

  /** These and more, such as the taxonomy's. */
  public Synonyms and(List<List<String>> more) {
    return new Synonyms(Stream.concat(sets.stream(), more.stream()).toList());
  }

  /**
   * Those of a file, or those that come with Keeling.
   *
   * @throws IllegalArgumentException if the file cannot be read
   */
  public static Synonyms read(@Nullable Path file) {
    if (file == null) {
      return builtIn(BUILT_IN);
    }
    try (var lines = Files.lines(file)) {
      return parse(lines.limit(MOST_LINES).toList());
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException("synonyms: cannot read " + file, e);
    }
  }

  /** Names of organisations, which are used for names alone. */
  static Synonyms organisations() {
    return builtIn(ORGANISATIONS);
  }

  private static Synonyms builtIn(String resource) {
    try (InputStream in = Synonyms.class.getResourceAsStream(resource);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(in, resource), StandardCharsets.UTF_8))) {
      return parse(lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
