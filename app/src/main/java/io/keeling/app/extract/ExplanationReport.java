package io.keeling.app.extract;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.app.terminal.Printable;
import io.keeling.app.terminal.Table;
import io.keeling.contract.article.Article;
import io.keeling.contract.serde.Json;
import io.keeling.reader.Explanation;
import io.keeling.reader.Reading;
import io.keeling.reader.body.Body;
import io.keeling.reader.body.Selection;
import io.keeling.reader.metadata.Candidate;
import io.keeling.reader.outline.Block;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Explains how a page was read: the candidates for each field with their scores, and for each block
 * whether it was kept and by which rule.
 */
public final class ExplanationReport {

  /** Maximum number of characters of a text in a line, so that the line fits on a wide terminal. */
  private static final int TEXT_CHARACTERS = 80;

  private ExplanationReport() {}

  public static List<String> lines(String name, Explanation explanation) {
    List<String> lines = new ArrayList<>();
    lines.add("page: " + Printable.line(name));
    lines.add("outcome: " + Printable.line(outcome(explanation.reading())));
    if (explanation.reading() instanceof Reading.Readable readable) {
      section(lines, "chosen", rules(readable));
    }
    byField(explanation.candidates())
        .forEach((field, candidates) -> section(lines, field, candidates(candidates)));
    if (!explanation.roots().isEmpty()) {
      section(lines, "content root", candidates(explanation.roots()));
    }
    if (explanation.body() != null) {
      section(lines, "text, by " + explanation.body().rule(), blocks(explanation.body()));
    }
    return lines;
  }

  private static String outcome(Reading reading) {
    return reading.fold(
        article -> "an article",
        unreadable -> unreadable.reason().label() + ": " + unreadable.message());
  }

  private static void section(List<String> lines, String heading, Table table) {
    lines.add("");
    lines.add(Printable.line(heading));
    table.lines().forEach(line -> lines.add("  " + line));
  }

  private static Table rules(Reading.Readable readable) {
    Table table = new Table().row("field", "rule", "value");
    Map<String, String> values = values(readable.article());
    Map<String, String> rules = readable.article().provenance().fields();
    Set<String> fields = new TreeSet<>(values.keySet());
    fields.addAll(rules.keySet());
    for (String field : fields) {
      table.row(field, rules.getOrDefault(field, "-"), cut(values.getOrDefault(field, "")));
    }
    return table;
  }

  /** Returns the fields of an article as texts, without its provenance. */
  private static Map<String, String> values(Article article) {
    Map<String, String> values = new TreeMap<>();
    Json.MAPPER
        .<JsonNode>valueToTree(article)
        .properties()
        .forEach(
            field ->
                values.put(
                    field.getKey(),
                    field.getValue().isValueNode()
                        ? field.getValue().asText()
                        : field.getValue().toString()));
    values.remove("provenance");
    return values;
  }

  private static Map<String, List<Candidate>> byField(List<Candidate> candidates) {
    Map<String, List<Candidate>> fields = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      fields.computeIfAbsent(candidate.field(), f -> new ArrayList<>()).add(candidate);
    }
    return fields;
  }

  /** Lists the best candidate first, and lists a candidate that one rule found twice only once. */
  private static Table candidates(List<Candidate> candidates) {
    Table table = new Table().row("score", "origin", "candidate");
    candidates.stream()
        .distinct()
        .sorted(Comparator.comparingDouble(Candidate::score).reversed())
        .forEach(
            candidate ->
                table.row(
                    String.format(Locale.ROOT, "%6.2f", candidate.score()),
                    candidate.origin(),
                    cut(candidate.value())));
    return table;
  }

  private static Table blocks(Body body) {
    Selection selection = body.selection();
    Table table = new Table().row("block", "", "rule", "words", "text");
    for (Block block : selection.blocks()) {
      table.row(
          block.order(),
          selection.isKept(block) ? "kept" : "left",
          selection.rule(block),
          block.words(),
          cut(block.text()));
    }
    return table;
  }

  private static String cut(String text) {
    String line = Printable.line(text);
    return line.codePointCount(0, line.length()) <= TEXT_CHARACTERS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, TEXT_CHARACTERS - 1)) + "\u2026";
  }
}
