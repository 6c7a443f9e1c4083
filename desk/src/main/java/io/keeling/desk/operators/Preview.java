package io.keeling.desk.operators;

import io.keeling.contract.source.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found at an address.
 *
 * @param choices what could be watched, the best first
 * @param steps what was looked at and what came of it, a line each
 */
public record Preview(List<Choice> choices, List<String> steps) {

  public Preview {
    choices = List.copyOf(choices);
    steps = List.copyOf(steps);
  }

  /**
   * Something to watch.
   *
   * @param source as it would be added
   * @param links how many links it has
   * @param reason where it was found
   * @param headlines the first of what it leads to: titles, or addresses where it has none
   * @param watchedAs the id of the source that watches it already, none where none does
   */
  public record Choice(
      Source source, int links, String reason, List<String> headlines, @Nullable String watchedAs) {

    public Choice {
      headlines = List.copyOf(headlines);
    }
  }
}
