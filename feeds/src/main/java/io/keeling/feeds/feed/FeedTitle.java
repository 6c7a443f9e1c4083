package io.keeling.feeds.feed;

import io.keeling.feeds.label.Labels;
import io.keeling.feeds.query.Filters;
import java.util.ArrayList;
import java.util.List;

/** Says in a line what a feed holds. Stateless; threads may share it. */
final class FeedTitle {

  private FeedTitle() {}

  /** The site's title, and the filters in words. */
  static String of(String site, Filters filters, Labels labels) {
    List<String> parts = new ArrayList<>();
    if (!filters.words().isEmpty()) {
      parts.add("“" + filters.words() + "”");
    }
    filters
        .values()
        .forEach(
            (facet, values) ->
                parts.add(
                    String.join(" or ", values.stream().map(v -> labels.of(facet, v)).toList())));
    return parts.isEmpty() ? site : site + ": " + String.join(", ", parts);
  }
}
