package io.keeling.app.taxonomy;

import io.keeling.app.failure.UserException;
import io.keeling.desk.label.TopicLabels;
import io.keeling.desk.label.TopicLabels.TopicLabel;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.taxonomy.TaxonomyException;
import io.keeling.enrich.taxonomy.TaxonomyReader;
import io.keeling.enrich.taxonomy.TopicGroup;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the taxonomy named by settings or a command. */
public final class ConfiguredTaxonomy {

  private ConfiguredTaxonomy() {}

  /**
   * Returns the taxonomy of a file, or Keeling's own for null. The exception for an invalid file
   * names all its problems.
   */
  public static Taxonomy read(@Nullable Path file) {
    try {
      return file == null ? TaxonomyReader.builtIn() : TaxonomyReader.read(file);
    } catch (TaxonomyException e) {
      throw refusal(e);
    }
  }

  /** Returns the failure to show to the author of the file. */
  public static UserException refusal(TaxonomyException e) {
    return new UserException(
        "the taxonomy %s cannot be used. Mend the file, or leave enrich.taxonomy out for Keeling's own.%n  %s"
            .formatted(e.file(), String.join(System.lineSeparator() + "  ", e.problems())),
        e);
  }

  /** Returns the desk's labels for the topics of a file, or of Keeling's own taxonomy. */
  public static TopicLabels labels(@Nullable Path file) {
    Taxonomy taxonomy = read(file);
    Map<String, String> groups =
        taxonomy.groups().stream().collect(Collectors.toMap(TopicGroup::id, TopicGroup::label));
    return TopicLabels.of(
        taxonomy.topics().stream()
            .map(
                topic ->
                    new TopicLabel(
                        topic.id(),
                        Objects.requireNonNull(groups.get(topic.group())),
                        topic.label()))
            .toList(),
        Abbreviations.of(taxonomy));
  }
}
