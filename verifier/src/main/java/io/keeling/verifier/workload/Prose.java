package io.keeling.verifier.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * English sentences of invented news, put together at random so that no two articles resemble one
 * another. Not for sharing between threads.
 */
final class Prose {

  private static final List<String> WHO =
      List.of(
          "the river authority",
          "a panel of engineers",
          "the harbour council",
          "the school board",
          "a court in the capital",
          "the ministry of energy",
          "the union of farmers",
          "a group of doctors",
          "the railway company",
          "the fire brigade",
          "an insurer",
          "the city library",
          "a fishing cooperative",
          "the forestry office",
          "the trade chamber");
  private static final List<String> SAYS =
      List.of(
          "said",
          "reported",
          "found",
          "announced",
          "warned",
          "explained",
          "admitted",
          "argued",
          "concluded",
          "wrote");
  private static final List<String> WHAT =
      List.of(
          "the old bridge",
          "the price of grain",
          "the new timetable",
          "the dam above the valley",
          "the budget for next year",
          "the herring catch",
          "the heating of public buildings",
          "the water in the wells",
          "the tunnel under the station",
          "the spruce forest",
          "the rent of small shops",
          "the wind farm on the ridge",
          "the museum of glass",
          "the ferry to the islands",
          "the hospital on the hill");
  private static final List<String> DOES =
      List.of(
          "would cost",
          "had lost",
          "could save",
          "had gained",
          "would need",
          "should bring",
          "had used",
          "might take");
  private static final List<String> UNIT =
      List.of(
          "thousand crowns",
          "tons of gravel",
          "days of work",
          "metres of cable",
          "litres of fuel",
          "pages of evidence",
          "barrels",
          "crates of apples",
          "rows of seats",
          "loads of timber");
  private static final List<String> WHERE =
      List.of(
          "in the northern district",
          "near the lighthouse",
          "along the coast road",
          "behind the market hall",
          "on the western plain",
          "at the border crossing",
          "in the upper town",
          "beside the canal",
          "outside the walls",
          "across the bay");
  private static final List<String> WHEN =
      List.of(
          "before the first snow",
          "within a fortnight",
          "by the end of the season",
          "after the long holiday",
          "since the spring tide",
          "during the night shift",
          "until the harvest is in",
          "while the talks go on",
          "as the days grow shorter",
          "now that the road is open");

  private final RandomGenerator random;

  Prose(RandomGenerator random) {
    this.random = random;
  }

  String sentence() {
    String start = pick(WHO);
    return "%s%s %s that %s %s %s %s %s, and that %s %s %s %s %s."
        .formatted(
            start.substring(0, 1).toUpperCase(java.util.Locale.ROOT),
            start.substring(1),
            pick(SAYS),
            pick(WHAT),
            pick(DOES),
            number(),
            pick(UNIT),
            pick(WHEN),
            pick(WHAT),
            pick(DOES),
            number(),
            pick(UNIT),
            pick(WHERE));
  }

  List<String> paragraphs(int count) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      result.add(sentence() + " " + sentence() + " " + sentence());
    }
    return result;
  }

  private int number() {
    return 10 + random.nextInt(90_000);
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
