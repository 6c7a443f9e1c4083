package io.keeling.app.annotate;

import io.keeling.app.terminal.Printable;
import io.keeling.app.terminal.Table;
import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.annotator.ExplainedName;
import io.keeling.enrich.annotator.TagExplanation;
import io.keeling.enrich.names.TaggedName;
import io.keeling.enrich.topics.ClimateReasons;
import io.keeling.enrich.topics.Measure;
import io.keeling.enrich.topics.TopicFinding;
import io.keeling.enrich.topics.WithholdingRule;
import io.keeling.models.names.WordEvidence;
import io.keeling.models.text.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Explains the tags of a text to an editor, the most important parts first: the grade and topics
 * with the evidence for them, the countries and places with the reasons for choosing them, and the
 * names. At the end come the features of names found by a model, and the words. Not for sharing
 * between threads.
 */
final class AnnotationReport {

  private final Annotator annotator;
  private final String id;
  private final String title;
  private final String text;
  private final String language;
  private final TagExplanation explanation;
  private final List<String> lines = new ArrayList<>();

  AnnotationReport(Annotator annotator, String id, String title, String text, String language) {
    this.annotator = annotator;
    this.id = id;
    this.title = title;
    this.text = text;
    this.language = language;
    this.explanation = annotator.explain(title, text, language);
  }

  List<String> lines() {
    if (!id.isEmpty()) {
      lines.add("id: " + Printable.line(id));
    }
    lines.add("text: " + Printable.line(title.isEmpty() ? "(no title)" : title));
    climate();
    for (TopicFinding topic : explanation.tagging().findings()) {
      section(
          "topic " + topic.id() + ": " + verdict(topic),
          new EvidenceTable(title, text)
              .hits(topic.hits())
              .passages("categorizer: ", topic.passages())
              .table());
    }
    section("countries", PlaceTable.countries(explanation));
    section("places", PlaceTable.places(explanation));
    section("names", names());
    lines.add("");
    lines.add(
        "models: "
            + Printable.line(String.join(", ", explanation.annotation().enrichment().models())));
    section("features of names, strongest first", features());
    section("words", words());
    return lines;
  }

  private void section(String heading, Table table) {
    lines.add("");
    lines.add(Printable.line(heading));
    table.lines().forEach(line -> lines.add("  " + line));
  }

  private void climate() {
    Climate climate = explanation.annotation().climate();
    ClimateReasons reasons = annotator.climateReasons(title, text, language);
    boolean spoken =
        climate.grade() == ClimateGrade.MAIN || climate.grade() == ClimateGrade.MENTION;
    boolean none = !spoken && explanation.tagging().climateHits().isEmpty();
    section(
        "climate: "
            + climate.grade().name().toLowerCase(Locale.ROOT)
            + " "
            + climate.score()
            + (reasons.measures().isEmpty() ? ", not looked for in this language" : "")
            + (none && !reasons.measures().isEmpty() ? ", nothing mentions climate change" : ""),
        new EvidenceTable(title, text)
            .measures(reasons.measures())
            .hits(explanation.tagging().climateHits())
            .passages(
                spoken ? "categorizer: " : "most likely to mention climate: ", reasons.climate())
            .passages("closest to the subject of climate: ", reasons.related())
            .table());
  }

  /** Returns whether the article has a topic, and the limit or the rules that decided. */
  private static String verdict(TopicFinding topic) {
    Measure score = new Measure("score", topic.score(), TopicFinding.LIMIT);
    Measure made = topic.measure();
    String rules =
        topic.withheld().stream()
            // The figures already show this rule.
            .filter(withheld -> withheld != WithholdingRule.BELOW_LIMIT)
            .map(AnnotationReport::rule)
            .collect(Collectors.joining(" and "));
    String grade = topic.grade().name().toLowerCase(Locale.ROOT);
    return (topic.given() ? "given as " + grade : "not given")
        + (rules.isEmpty() ? "" : ": " + rules)
        + String.format(
            Locale.ROOT,
            ", %s (%s %s in this article)",
            EvidenceTable.ofLimit(score),
            made.what(),
            EvidenceTable.ofLimit(made));
  }

  private static String rule(WithholdingRule withheld) {
    return switch (withheld) {
      case BELOW_LIMIT -> "its score is too low";
      case OUT_OF_FIELD -> "the article is unrelated to climate";
      case NEEDS_CLIMATE -> "this topic needs a mention of climate, which the article lacks";
      case NO_EVIDENCE ->
          "the text has neither a term of the topic nor a passage with enough confidence";
    };
  }

  private Table names() {
    Table table = new Table().row("name", "type", "salience", "mentions");
    for (ExplainedName name : explanation.names()) {
      Set<String> mentions = new LinkedHashSet<>();
      for (int i = 0; i < name.forms().size(); i++) {
        String reason = name.reasons().get(i);
        boolean plain = reason.equals(TaggedName.TAGGED);
        mentions.add(name.forms().get(i) + (plain ? "" : " (" + reason + ")"));
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

  private Table words() {
    Table table = new Table();
    for (Sentence sentence : explanation.sentences()) {
      table.row(sentence.start() + "-" + sentence.end(), String.join(" | ", sentence.words()));
    }
    return table;
  }
}
