package io.keeling.desk.running;

import static io.keeling.search.testing.ArticleMaker.article;

import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.NameType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Invented articles to look at. */
final class SampleArticles {

  private SampleArticles() {}

  static List<EnrichedArticle> all() {
    List<EnrichedArticle> all = new ArrayList<>();
    all.add(
        article(
                "talks",
                "Two powers reopen the climate channel, and leave the numbers for spring",
                """
                GENEVA — After eleven months of silence, envoys of the United States and China sat down on \
                Tuesday in a lakeside hotel to talk about methane, money and the next round of UN climate talks.

                Mara Quill, who leads the American side, called the meeting “a beginning, not a bargain”. \
                Her counterpart, Lin Haoyu of the Ministry of Ecology and Environment, said China's emissions \
                would peak before the end of the decade. Neither Quill nor Lin would give a figure.

                The Intergovernmental Panel on Climate Change has warned that every tenth of a degree matters. \
                Coal plants approved this year alone would emit more carbon dioxide than Portugal and Greece together.

                Small island states, led by Tuvalu, asked for climate finance that does not come as loans. \
                “We are not a footnote to your carbon price,” their statement said. 🌊""")
            .from("harbour-post", "The Harbour Post")
            .published("2026-11-24T09:30:00+01:00")
            .by("Ida Brandt", "Tomas Hale")
            .name("Mara Quill", NameType.PERSON, "Mara Quill", "Neither Quill")
            .name("Lin Haoyu", NameType.PERSON, "Lin Haoyu")
            .name(
                "Ministry of Ecology and Environment",
                NameType.ORGANIZATION,
                "Ministry of Ecology and Environment")
            .name("Intergovernmental Panel on Climate Change", NameType.ORGANIZATION)
            .name("China", NameType.LOCATION)
            .name("United States", NameType.LOCATION)
            .name("Tuvalu", NameType.LOCATION)
            .name("Geneva", NameType.LOCATION, "GENEVA")
            .topic("un-climate-talks", 0.94, "UN climate talks", "envoys", "Climate Change")
            .topic("climate-finance-loss-damage", 0.71, "climate finance", "loans")
            .topic("greenhouse-gases", 0.66, "methane", "carbon dioxide", "emissions")
            .topic("coal", 0.42, "Coal plants")
            .topic("carbon-pricing", 0.31, "carbon price")
            .country("CN", 0.4)
            .country("US", 0.4)
            .country("TV", 0.2)
            .story("aa01", 1)
            .make());
    for (String outlet : List.of("Gull Wire", "The Estuary")) {
      all.add(
          article(
                  outlet,
                  "Climate channel reopened in Geneva",
                  "After eleven months of silence, envoys of the United States and China sat down on "
                      + "Tuesday in a lakeside hotel to talk about methane and money.")
              .from(outlet.toLowerCase(Locale.ROOT).replace(' ', '-'), outlet)
              .published("2026-11-23T18:00:00+01:00")
              .topic("un-climate-talks", 0.9, "envoys")
              .story("aa01", 2)
              .make());
    }
    all.add(
        article(
                "waldbraende",
                "Waldbrände im Harz: Feuerwehr warnt vor dem trockensten November seit Beginn der Messungen",
                """
                Die Wälder im Harz brennen seit drei Tagen. Einsatzleiter Jonas Ehrlich rechnet nicht mit Regen.

                Der Deutsche Wetterdienst spricht von einer Dürre, die es in dieser Jahreszeit noch nicht gab.""")
            .from("blatt", "Das Morgenblatt")
            .in("de")
            .published("2026-11-24")
            .name("Jonas Ehrlich", NameType.PERSON)
            .name("Deutscher Wetterdienst", NameType.ORGANIZATION, "Deutsche Wetterdienst")
            .name("Harz", NameType.LOCATION)
            .topic("wildfires", 0.92, "brennen")
            .topic("drought-water", 0.6, "Dürre")
            .country("DE", 1)
            .make());
    all.add(
        article(
                "grid",
                "A battery the size of a village keeps the northern line from tripping",
                "The operator is building storage in Norway: forty containers of batteries that"
                    + " answer in a fifth of a second. Grid engineers call it the cheapest"
                    + " transmission they never had to dig.")
            .from("north-wire", "North Wire")
            .published("2026-11-23T17:05:00Z")
            .climate(ClimateGrade.ADJACENT)
            .name("Norway", NameType.LOCATION)
            .topic("grid-storage-efficiency", 0.88, "batteries", "storage", "transmission")
            .country("NO", 1)
            .paid()
            .make());
    String[] titles = {
      "Harbour walls will rise a metre, and the fishermen want a say in where",
      "What the coral nurseries of the southern reef learned from a hot year",
      "Court tells regulator to count the methane it left out",
      "Heat pumps outsell boilers for the first time in the valley",
      "City council argues about a tram, and about everything else",
      "Insurers leave the flood plain one postcode at a time",
      "Striking pupils meet the minister; nobody leaves the room satisfied",
      "An ice core the length of a bus, and the summer it remembers",
      "Wind farm off the cape approved after nine years of hearings",
      "Farmers try rice that stands in dry fields"
    };
    String[] topics = {
      "sea-level-coasts", "oceans-reefs", "climate-litigation", "buildings-heating", "transport",
      "investing-insurance", "activism-protest", "ice-polar", "wind-power", "agriculture-food"
    };
    ClimateGrade[] grades = ClimateGrade.values();
    for (int i = 0; i < 40; i++) {
      int kind = i % titles.length;
      all.add(
          article(
                  "more-" + i,
                  titles[kind] + (i < 10 ? "" : " (" + i / 10 + ")"),
                  "People in the town had waited for it. Noor Adeyemi, who has measured the"
                      + " water since 1998, says the record speaks for itself; the Coastal Council"
                      + " disagrees about what it says. Emissions and adaptation both came up.")
              .from(
                  i % 3 == 0 ? "harbour-post" : "tidewater",
                  i % 3 == 0 ? "The Harbour Post" : "Tidewater Review")
              .published("2026-%02d-%02dT%02d:15:00Z".formatted(11 - i % 4, 22 - i / 2, 6 + i % 12))
              .climate(grades[i % grades.length])
              .name("Noor Adeyemi", NameType.PERSON)
              .name("Coastal Council", NameType.ORGANIZATION)
              .topic(topics[kind], 0.8, "water")
              .topic("adaptation-resilience", 0.5, "adaptation")
              .country(new String[] {"PT", "NL", "BD", "AU", "KE"}[i % 5], 1)
              .make());
    }
    return all;
  }
}
