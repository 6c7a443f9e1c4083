package io.keeling.verifier.check;

import java.util.List;

/**
 * What a verification found.
 *
 * @param steps records that were sent into the pipeline
 * @param versions versions of articles that had to pass
 * @param articles articles that the tables hold
 * @param corrections revisions that say what editors said of tags
 * @param deadLetters dead letters that had to be written
 * @param repeatedDeadLetters how often the sink wrote one again, which is allowed
 * @param findings what is wrong, a line each; none if nothing is
 */
public record Report(
    int steps,
    int versions,
    int articles,
    int corrections,
    int deadLetters,
    int repeatedDeadLetters,
    List<String> findings) {

  /** Findings that are shown: the first tell what the rest are. */
  private static final int MOST_SHOWN = 20;

  public Report {
    findings = List.copyOf(findings);
  }

  /** The figures, and the first findings. */
  public String text() {
    String figures =
        "%d steps: %d versions of articles, %d articles in the tables, %d tag corrections, %d dead letters (%d repeated by the sink): %s"
            .formatted(
                steps,
                versions,
                articles,
                corrections,
                deadLetters,
                repeatedDeadLetters,
                findings.isEmpty()
                    ? "nothing lost, nothing twice, all in order"
                    : findings.size() + " findings");
    StringBuilder text = new StringBuilder(figures);
    findings.stream().limit(MOST_SHOWN).forEach(line -> text.append("\n  ").append(line));
    return text.toString();
  }
}
