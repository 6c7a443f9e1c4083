package io.keeling.app.reprocess;

import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.CountryWeight;
import io.keeling.contract.enriched.Name;
import io.keeling.contract.enriched.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Formats an article or its tags as lines to be compared. */
final class ComparedLines {

  private ComparedLines() {}

  /** Returns the lines of the fields that determine the version of an article. */
  static List<String> text(Article article) {
    List<String> lines = new ArrayList<>();
    lines.add("title: " + article.title());
    lines.add("authors: " + String.join(", ", article.authors()));
    lines.add("published: " + (article.publishedAt() == null ? "-" : article.publishedAt()));
    lines.add("modified: " + (article.modifiedAt() == null ? "-" : article.modifiedAt()));
    lines.addAll(List.of(article.text().split("\n\n")));
    return lines;
  }

  static List<String> tags(
      Climate climate, List<Topic> topics, List<CountryWeight> countries, List<Name> names) {
    List<String> lines = new ArrayList<>();
    lines.add("climate " + label(climate.grade()) + " " + number(climate.score()));
    topics.stream()
        .map(
            t ->
                "topic %s %s %s, words %d"
                    .formatted(t.id(), label(t.grade()), number(t.score()), t.evidence().size()))
        .sorted()
        .forEach(lines::add);
    countries.stream()
        .map(c -> "country " + c.code() + " " + number(c.weight()))
        .sorted()
        .forEach(lines::add);
    names.stream().map(ComparedLines::name).sorted().forEach(lines::add);
    return lines;
  }

  private static String name(Name name) {
    return "%s %s, mentions %d, salience %s"
            .formatted(
                label(name.type()), name.text(), name.mentions().size(), number(name.salience()))
        + (name.country() == null ? "" : ", in " + name.country())
        + (name.wikidata() == null ? "" : ", " + name.wikidata());
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
