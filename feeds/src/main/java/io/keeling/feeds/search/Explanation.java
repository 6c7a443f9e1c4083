package io.keeling.feeds.search;

import java.util.List;

/**
 * A part of a score, and what makes it up. Immutable and safe to share between threads.
 *
 * @param score the part
 * @param reason what it is for
 * @param parts what makes it up
 */
public record Explanation(double score, String reason, List<Explanation> parts) {

  public Explanation {
    parts = List.copyOf(parts);
  }
}
