package io.keeling.app.reprocess;

import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.CountryWeight;
import io.keeling.contract.enriched.Name;
import io.keeling.contract.enriched.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tags of an article as lines to compare, in an order of their own. */
final class TagLines {

  private TagLines() {}

  static List<String> of(
      Climate climate, List<Topic> topics, List<CountryWeight> countries, List<Name> names) {
    List<String> lines = new ArrayList<>();
    lines.add("climate " + label(climate.grade()) + " " + number(climate.score()));
    topics.stream()
        .map(
            t ->
                "topic "
                    + t.id()
                    + " "
                    + label(t.grade())
                    + " "
                    + number(t.score())
                    + ", words "
                    + t.evidence().size())
        .sorted()
        .forEach(lines::add);
    countries.stream()
        .map(c -> "country " + c.code() + " " + number(c.weight()))
        .sorted()
        .forEach(lines::add);
    names.stream().map(TagLines::name).sorted().forEach(lines::add);
    return lines;
  }

  private static String name(Name name) {
    return label(name.type())
        + " "
        + name.text()
        + ", mentions "
        + name.mentions().size()
        + ", salience "
        + number(name.salience())
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
