package io.keeling.desk.articles;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.desk.messages.Messages;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the fields of an article come from, in words. Immutable; threads may share it.
 *
 * @param reader the program that read the page
 * @param fields the source of each field
 * @param tagging the program that tagged the article
 */
public record Provenances(String reader, List<Origin> fields, String tagging) {

  private static final String READER = "keeling-reader/";

  /**
   * The source of a field.
   *
   * @param field the field, in words
   * @param origin its source, in words
   * @param rule the reader's name for the rule
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

  /** A rule of the reader in words; an unknown rule is quoted. */
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

  /** Why a word is evidence for a topic: it is a lexicon term, or a feature of the model. */
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
