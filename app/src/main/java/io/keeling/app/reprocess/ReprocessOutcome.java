package io.keeling.app.reprocess;

/** The result of processing a stored record with the current code. */
enum ReprocessOutcome {
  CHANGED("would change", "sent again: they change"),
  ALIKE(
      "would get the same tags under the enrichment's new version",
      "sent again: the annotator has another version now"),
  REBUILT("would be sent again", "sent again, every version"),
  ADDED("would come in for the first time", "sent again: they come in for the first time"),
  SAME("stay as they are", "stay as they are"),
  OLDER("are older than what is stored", "are older than what is stored"),
  TOO_SLOW("take too long to read or tag: dead letters", "take too long to read or tag; not sent"),
  LOST("no longer hold an article; what is stored stays", "no longer hold an article; not sent"),
  NOTHING("hold no article, then as now", "hold no article, then as now");

  private final String expected;
  private final String done;

  ReprocessOutcome(String expected, String done) {
    this.expected = expected;
    this.done = done;
  }

  String words(boolean dryRun) {
    return dryRun ? expected : done;
  }
}
