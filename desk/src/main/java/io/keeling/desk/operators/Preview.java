package io.keeling.desk.operators;

import io.keeling.contract.source.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found at an address. Immutable; threads may share it.
 *
 * @param choices what could be watched, the best first
 * @param steps what was examined and with which result, one line each
 */
public record Preview(List<Choice> choices, List<String> steps) {

  public Preview {
    choices = List.copyOf(choices);
    steps = List.copyOf(steps);
  }

  /**
   * Something to watch.
   *
   * @param source the source that would be added
   * @param links number of links it has
   * @param reason where it was found
   * @param headlines its first articles: titles, or addresses if there are no titles
   * @param watchedAs the id of the source that already watches it, null if there is none
   */
  public record Choice(
      Source source, int links, String reason, List<String> headlines, @Nullable String watchedAs) {

    public Choice {
      headlines = List.copyOf(headlines);
    }
  }
}
