package io.keeling.models.lexical;

import java.util.List;

/**
 * A stretch of a line that may be a name.
 *
 * @param start index of its first unit in the line
 * @param end index after its last unit
 * @param from first UTF-16 code unit in the text
 * @param to one past the last UTF-16 code unit
 * @param features what is known of it before anything else of the document was read
 */
public record Candidate(int start, int end, int from, int to, List<String> features) {

  /** Number of units. */
  int size() {
    return end - start;
  }
}
