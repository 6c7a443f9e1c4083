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
 * Names of the same thing, one line per thing, separated by commas; {@code #} begins a comment.
 * They are applied to queries, so that a change does not require a new index.
 *
 * @param sets the names of each thing
 */
public record Synonyms(List<List<String>> sets) {

  private static final String BUILT_IN = "/io/keeling/search/synonyms.txt";
  private static final String ORGANISATIONS = "/io/keeling/search/organisations.txt";

  /** Maximum number of lines of a file: each word of a query is looked up in them. */
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

  /** These synonyms and further ones, such as the taxonomy's. */
  public Synonyms and(List<List<String>> more) {
    return new Synonyms(Stream.concat(sets.stream(), more.stream()).toList());
  }

  /**
   * The synonyms of a file, or the built-in ones without a file.
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

  /** Names of organisations, which are synonyms of names only, not of other words. */
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
