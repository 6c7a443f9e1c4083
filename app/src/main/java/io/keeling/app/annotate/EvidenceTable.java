package io.keeling.app.annotate;

import io.keeling.app.terminal.Table;
import io.keeling.enrich.lexicon.Hit;
import io.keeling.enrich.topics.Measure;
import io.keeling.enrich.topics.PassageEvidence;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table of the evidence for a grade or a topic: figures with their limits, terms with their
 * weights, and passages with the words that contributed most. Not for sharing between threads.
 */
final class EvidenceTable {

  private final String title;
  private final String text;
  private final Table table = new Table();

  EvidenceTable(String title, String text) {
    this.title = title;
    this.text = text;
  }

  EvidenceTable measures(List<Measure> measures) {
    for (Measure measure : measures) {
      boolean enough = measure.value() >= measure.limit();
      table.row(enough ? "yes" : "no", measure.what(), ofLimit(measure), "");
    }
    return this;
  }

  /** Adds terms of the lexicon, each with the phrase that it required in order to count, if any. */
  EvidenceTable hits(List<Hit> hits) {
    for (Hit hit : hits) {
      String source = hit.inTitle() ? title : text;
      table.row(
          (hit.inTitle() ? "title " : "") + hit.start() + "-" + hit.end(),
          source.substring(hit.start(), hit.end()),
          "lexicon:" + hit.term(),
          hit.weight() + company("near", hit.near()) + company("with", hit.with()));
    }
    return this;
  }

  private static String company(String how, @Nullable String phrase) {
    return phrase == null ? "" : ", " + how + " \"" + phrase + "\"";
  }

  /** Adds the strongest words of each passage, under a label for the subject of the passages. */
  EvidenceTable passages(String of, List<PassageEvidence> passages) {
    for (PassageEvidence passage : passages) {
      table.row(
          passage.start() + "-" + passage.end(),
          "paragraph " + passage.paragraph(),
          of
              + passage.terms().stream()
                  .map(t -> String.format(Locale.ROOT, "%s %+.2f", t.word(), t.weight()))
                  .collect(Collectors.joining("  ")),
          passage.probability());
    }
    return this;
  }

  Table table() {
    return table;
  }

  static String ofLimit(Measure measure) {
    return measure.value() + " of at least " + measure.limit();
  }
}
