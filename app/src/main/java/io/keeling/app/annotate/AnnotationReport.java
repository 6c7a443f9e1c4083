package io.keeling.app.annotate;

import io.keeling.app.terminal.Printable;
import io.keeling.app.terminal.Table;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.annotator.ExplainedName;
import io.keeling.enrich.annotator.Explanation;
import io.keeling.enrich.lexicon.Hit;
import io.keeling.enrich.places.Place;
import io.keeling.enrich.topics.PassageEvidence;
import io.keeling.enrich.topics.TopicFinding;
import io.keeling.models.names.WordEvidence;
import io.keeling.models.text.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells people how the tags of a text came about: its words, the names with the features that fired
 * where a model found them, the places with what else they could have been, and the topics with
 * their terms and weights. Not for sharing between threads.
 */
final class AnnotationReport {

  private static final int MOST_ALTERNATIVES = 5;

  private final Annotator annotator;
  private final String title;
  private final String text;
  private final Explanation explanation;
  private final List<String> lines = new ArrayList<>();

  AnnotationReport(Annotator annotator, String title, String text, Explanation explanation) {
    this.annotator = annotator;
    this.title = title;
    this.text = text;
    this.explanation = explanation;
  }

  /** The lines of the report, safe to print on a terminal. */
  List<String> lines() {
    lines.add("text: " + Printable.line(title.isEmpty() ? "(no title)" : title));
    lines.add(
        "models: "
            + Printable.line(String.join(", ", explanation.annotation().enrichment().models())));
    section("words", words());
    section("names", names());
    section("features of names, strongest first", features());
    section("places", places());
    section("countries", countries());
    section(
        "climate: "
            + explanation.annotation().climate().grade().name().toLowerCase(Locale.ROOT)
            + " "
            + explanation.annotation().climate().score(),
        evidence(explanation.tagging().climateHits(), explanation.tagging().climatePassages()));
    for (TopicFinding topic : explanation.tagging().findings()) {
      section(
          "topic "
              + topic.id()
              + ": "
              + (topic.given() ? "given" : "not given")
              + " "
              + topic.score(),
          evidence(topic.hits(), topic.passages()));
    }
    return lines;
  }

  private void section(String heading, Table table) {
    lines.add("");
    lines.add(Printable.line(heading));
    table.lines().forEach(line -> lines.add("  " + line));
  }

  private Table words() {
    Table table = new Table();
    for (Sentence sentence : explanation.sentences()) {
      table.row(sentence.start() + "-" + sentence.end(), String.join(" | ", sentence.words()));
    }
    return table;
  }

  private Table names() {
    Table table = new Table().row("name", "type", "salience", "mentions");
    for (ExplainedName name : explanation.names()) {
      Set<String> mentions = new LinkedHashSet<>();
      for (int i = 0; i < name.forms().size(); i++) {
        mentions.add(name.forms().get(i) + " (" + name.reasons().get(i) + ")");
      }
      table.row(
          name.name().text(),
          name.name().type().name().toLowerCase(Locale.ROOT),
          name.name().salience(),
          String.join("; ", mentions));
    }
    return table;
  }

  private Table features() {
    Table table = new Table();
    for (ExplainedName name : explanation.names()) {
      for (WordEvidence word : annotator.evidence(explanation, name.name())) {
        table.row(
            word.word(),
            word.outcome(),
            word.features().stream()
                .map(f -> String.format(Locale.ROOT, "%s %+.2f", f.name(), f.weight()))
                .collect(Collectors.joining("  ")));
      }
    }
    return table;
  }

  private Table places() {
    Table table = new Table().row("name", "taken for", "could have been");
    for (ExplainedName name : explanation.names()) {
      if (name.place() != null) {
        table.row(
            name.name().text(),
            described(name.place()),
            name.alternatives().stream()
                .limit(MOST_ALTERNATIVES)
                .map(AnnotationReport::described)
                .collect(Collectors.joining("; ")));
      }
    }
    return table;
  }

  private static String described(Place place) {
    String where =
        place.region() == null ? place.country() : place.region() + ", " + place.country();
    String kind = place.kind().name().toLowerCase(Locale.ROOT);
    return place.name() + " (" + kind + ", " + where + ", " + place.population() + " people)";
  }

  private Table countries() {
    Table table = new Table();
    explanation
        .annotation()
        .countries()
        .forEach(country -> table.row(country.code(), country.weight()));
    return table;
  }

  private Table evidence(List<Hit> hits, List<PassageEvidence> passages) {
    Table table = new Table();
    for (Hit hit : hits) {
      String source = hit.inTitle() ? title : text;
      table.row(
          (hit.inTitle() ? "title " : "") + hit.start() + "-" + hit.end(),
          source.substring(hit.start(), hit.end()),
          "lexicon:" + hit.term(),
          hit.weight());
    }
    for (PassageEvidence passage : passages) {
      table.row(
          passage.start() + "-" + passage.end(),
          "paragraph " + passage.paragraph(),
          "categorizer: "
              + passage.terms().stream()
                  .map(t -> String.format(Locale.ROOT, "%s %+.2f", t.word(), t.weight()))
                  .collect(Collectors.joining("  ")),
          passage.probability());
    }
    return table;
  }
}
