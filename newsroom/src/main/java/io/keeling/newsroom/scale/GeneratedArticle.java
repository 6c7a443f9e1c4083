package io.keeling.newsroom.scale;

import java.util.List;
import java.util.Random;

/**
 * A small news article made of chance: sentences of one pattern, so that it reads as prose and no
 * two articles share a paragraph.
 *
 * @param title the headline
 * @param paragraphs the text
 */
record GeneratedArticle(String title, List<String> paragraphs) {

  private static final int PARAGRAPHS = 5;
  private static final int SENTENCES = 3;

  private static final String[] WHO = {
    "The harbour board",
    "A group of farmers",
    "The town council",
    "Engineers of the grid company",
    "The regional forecaster",
    "Two fishing families",
    "The ministry for water",
    "A panel of scientists",
    "Residents of the lower quarter",
    "The operator of the ferry",
    "A school in the hills",
    "The union of dock workers"
  };
  private static final String[] DID = {
    "has decided to repair",
    "wants to pay for",
    "spoke this week about",
    "published a plan for",
    "warned of delays to",
    "will vote in spring on",
    "measured the cost of",
    "asked the court to review",
    "reported good progress with",
    "has doubts about"
  };
  private static final String[] WHAT = {
    "the sea wall",
    "the new wind farm",
    "the old reservoir",
    "a row of heat pumps",
    "the salt marsh",
    "a line of electric buses",
    "the flood gate",
    "the peat bog",
    "a field of solar panels",
    "the storm shelter",
    "the coal terminal",
    "the forest road"
  };
  private static final String[] WHERE = {
    "near the estuary",
    "above the weir",
    "beside the railway",
    "along the northern shore",
    "in the upper valley",
    "at the edge of the town",
    "on the outer island",
    "behind the market"
  };
  private static final String[] WHY = {
    "because the last two winters were wetter than anyone remembers",
    "after a summer in which the river nearly dried up",
    "since the price of electricity has fallen by a third",
    "although the budget of this year is spent",
    "while the insurers wait for a new survey",
    "so that the next storm does less harm than the last",
    "as the law on emissions takes effect",
    "before the season for repairs is over"
  };

  /** The article that a seed makes. */
  static GeneratedArticle of(long seed) {
    Random random = new Random(seed);
    String title = pick(WHO, random) + " " + pick(DID, random) + " " + pick(WHAT, random);
    List<String> paragraphs =
        java.util.stream.Stream.generate(() -> paragraph(random)).limit(PARAGRAPHS).toList();
    return new GeneratedArticle(title, paragraphs);
  }

  private static String paragraph(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < SENTENCES; i++) {
      text.append(text.length() == 0 ? "" : " ").append(sentence(random));
    }
    return text.toString();
  }

  private static String sentence(Random random) {
    return "%s %s %s %s, %s; the work concerns %s households and may take %s weeks."
        .formatted(
            pick(WHO, random),
            pick(DID, random),
            pick(WHAT, random),
            pick(WHERE, random),
            pick(WHY, random),
            20 + random.nextInt(9000),
            2 + random.nextInt(90));
  }

  private static String pick(String[] words, Random random) {
    return words[random.nextInt(words.length)];
  }
}
