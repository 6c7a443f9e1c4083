package io.keeling.ingest.topology;

import java.util.List;
import java.util.Random;

/** What the hosts of these tests answer. */
final class Documents {

  private static final List<List<String>> STORY =
      List.of(
          List.of(
              "The harbour office",
              "A council of farmers",
              "The old mayor",
              "Her neighbour",
              "The water board",
              "A teacher from the coast",
              "The ferry company",
              "His brother"),
          List.of(
              "said that",
              "wrote in a letter that",
              "denied that",
              "told the meeting that",
              "had warned that",
              "could not explain why",
              "was surprised that",
              "hoped that"),
          List.of(
              "the new bridge",
              "the flood wall",
              "the cooling of the mill",
              "the last harvest",
              "the price of timber",
              "the road to the lake",
              "the school roof",
              "the wind farm"),
          List.of(
              "would cost more than planned",
              "had been paid for twice",
              "was not yet finished",
              "would bring work to the town",
              "needed another year",
              "had come too late",
              "was better than expected",
              "would be discussed in spring"),
          List.of(
              "because the rain never came.",
              "after the storm of last week.",
              "in spite of it all.",
              "as the report had shown.",
              "while the river kept rising.",
              "before the first frost.",
              "when the money ran out.",
              "although nobody had asked."));

  private Documents() {}

  /** A page with an article of words of its own, and these at its end. */
  static String story(long seed, String words) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int paragraph = 0; paragraph < 8; paragraph++) {
      text.append("<p>");
      for (int sentence = 0; sentence < 3; sentence++) {
        STORY.forEach(part -> text.append(part.get(random.nextInt(part.size()))).append(' '));
      }
      text.append("</p>");
    }
    String title = "What the people of the valley said on day " + seed;
    return "<!doctype html><html lang=en><head><title>%s</title></head><body><article><h1>%s</h1>%s<p>%s</p></article></body></html>"
        .formatted(title, title, text, words);
  }

  /** An RSS feed with these links. */
  static String rss(String... links) {
    StringBuilder items = new StringBuilder();
    for (String link : links) {
      items.append("<item><title>News</title><link>").append(link).append("</link></item>");
    }
    return "<rss version=\"2.0\"><channel><title>T</title>" + items + "</channel></rss>";
  }

  /** A page with an article whose words end in these. */
  static String article(String title, String words) {
    String sentence =
        "The river authority said on Monday that the water had fallen for the third week and that"
            + " towns along the valley would have to share what was left until the rain came. ";
    return "<!doctype html><html lang=en><head><title>"
        + title
        + "</title></head><body><article><h1>"
        + title
        + "</h1>"
        + ("<p>" + sentence.repeat(2) + "</p>").repeat(5)
        + "<p>"
        + sentence
        + words
        + "</p></article></body></html>";
  }
}
