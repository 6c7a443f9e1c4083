package io.keeling.app.annotate;

import io.keeling.app.terminal.Table;
import io.keeling.contract.enriched.CountryWeight;
import io.keeling.enrich.annotator.ExplainedName;
import io.keeling.enrich.annotator.TagExplanation;
import io.keeling.enrich.gazetteer.Place;
import io.keeling.enrich.places.CountrySource;
import io.keeling.enrich.places.PlaceChoice;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tables that explain where an article takes place: its countries with the names that gave them
 * weight, and its places with the reasons for choosing them.
 */
final class PlaceTable {

  /** Maximum number of alternative places shown for a name: later ones had hardly any weight. */
  private static final int MOST_ALTERNATIVES = 5;

  /**
   * Maximum number of names shown that gave a country its weight: later ones contributed hardly
   * anything.
   */
  private static final int MOST_SOURCES = 8;

  private PlaceTable() {}

  static Table countries(TagExplanation explanation) {
    Table table = new Table();
    for (CountryWeight country : explanation.annotation().countries()) {
      List<CountrySource> sources = explanation.countries().getOrDefault(country.code(), List.of());
      String more =
          sources.size() > MOST_SOURCES ? "; " + (sources.size() - MOST_SOURCES) + " more" : "";
      table.row(
          country.code(),
          country.weight(),
          sources.stream()
                  .limit(MOST_SOURCES)
                  .map(s -> s.form() + " " + s.mentions() + " x " + s.weight())
                  .collect(Collectors.joining("; "))
              + more);
    }
    return table;
  }

  static Table places(TagExplanation explanation) {
    Table table = new Table().row("name", "taken for", "because", "could have been");
    for (ExplainedName name : explanation.names()) {
      PlaceChoice choice = name.choice();
      if (choice != null) {
        table.row(
            name.name().text(),
            described(choice.place()),
            String.join("; ", choice.reasons()),
            choice.alternatives().stream()
                .limit(MOST_ALTERNATIVES)
                .map(PlaceTable::described)
                .collect(Collectors.joining("; ")));
      }
    }
    return table;
  }

  private static String described(Place place) {
    String where =
        place.region() == null ? place.country() : place.region() + ", " + place.country();
    String people = place.population() == 0 ? "" : ", " + place.population() + " people";
    return place.name() + " (" + kind(place) + ", " + where + people + ")";
  }

  private static String kind(Place place) {
    return switch (place.kind()) {
      case COUNTRY -> "country";
      case REGION -> "region";
      case DIVISION -> "administrative division";
      case CITY -> place.capital() ? "capital city" : "city";
      case SITE -> "street, building or landscape";
    };
  }
}
