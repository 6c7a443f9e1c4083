package io.keeling.desk.articles;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.messages.Messages;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an article comes from, in plain words.
 *
 * @param reader what read the page
 * @param fields what each field was taken from
 * @param tagging what tagged it
 */
public record Provenances(String reader, List<Origin> fields, String tagging) {

  private static final String READER = "keeling-reader/";

  /**
   * What a field was taken from.
   *
   * @param field the field, in words
   * @param origin what it was taken from, in words
   * @param rule the same as the reader's rules are called, for who looks closer
   */
  public record Origin(String field, String origin, String rule) {}

  static Provenances of(EnrichedArticle enriched, Messages messages) {
    var provenance = enriched.article().provenance();
    List<Origin> fields = new ArrayList<>();
    provenance
        .fields()
        .forEach(
            (field, rule) ->
                fields.add(
                    new Origin(
                        messages.find("field." + field).orElse(field),
                        origin(rule, messages),
                        rule)));
    return new Provenances(
        reader(provenance.extractor(), messages), fields, tagging(enriched, messages));
  }

  private static String reader(String extractor, Messages messages) {
    return extractor.startsWith(READER)
        ? messages.of("provenance.reader-name", "release", extractor.substring(READER.length()))
        : extractor;
  }

  private static String tagging(EnrichedArticle enriched, Messages messages) {
    var enrichment = enriched.enrichment();
    String release = messages.of("provenance.release", "release", enrichment.version());
    return enrichment.models().isEmpty()
        ? release
        : release
            + ", "
            + messages.of("provenance.models", "models", String.join(", ", enrichment.models()));
  }

  /** What a rule of the reader goes by; a rule that has no words here is quoted. */
  static String origin(String rule, Messages messages) {
    int moment = rule.indexOf(", moment of ");
    if (moment > 0) {
      return messages.of(
          "origin.moment",
          "origin",
          origin(rule.substring(0, moment), messages),
          "moment",
          origin(rule.substring(moment + ", moment of ".length()), messages));
    }
    String key = rule.equals("script") ? "script-name" : rule.replace(':', '-');
    return messages
        .find("origin." + key)
        .orElseGet(
            () -> {
              int colon = rule.indexOf(':');
              String family = "origin." + (colon < 0 ? "" : rule.substring(0, colon));
              return messages.values(family).isEmpty()
                  ? messages.of("origin.other", "rule", rule)
                  : messages.of(family, "detail", rule.substring(colon + 1));
            });
  }

  /** Why a word spoke for a topic: a term of its lexicon, or what its model goes by. */
  static String evidence(String rule, Messages messages) {
    String lexicon = "lexicon:";
    String categorizer = "categorizer:paragraph ";
    if (rule.equals("editor")) {
      return messages.of("rule.editor");
    }
    if (rule.startsWith(lexicon)) {
      return messages.of("rule.lexicon", "term", rule.substring(lexicon.length()));
    }
    int colon = rule.indexOf(": ", categorizer.length());
    if (rule.startsWith(categorizer) && colon > 0) {
      return messages.of(
          "rule.categorizer",
          "paragraph",
          rule.substring(categorizer.length(), colon),
          "words",
          rule.substring(colon + 2));
    }
    return messages.of("rule.other", "rule", rule);
  }
}
