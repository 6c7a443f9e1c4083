package io.keeling.training.stories;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What happens to a text that another outlet copies. */
public enum Change {
  /** One paragraph, by chance, is left out. */
  PARAGRAPH("one paragraph dropped", 0),
  /** A run of a fifth of its words is replaced in each paragraph. */
  RUN("a run of 20 % replaced in each paragraph", 0.2),
  /** Words anywhere are replaced. */
  FIVE("5 % of words changed", 0.05),
  TEN("10 % of words changed", 0.1),
  TWENTY("20 % of words changed", 0.2);

  private final String label;
  private final double share;

  Change(String label, double share) {
    this.label = label;
    this.share = share;
  }

  /** What a table calls it. */
  public String label() {
    return label;
  }

  /**
   * A changed copy of a text.
   *
   * @param text its paragraphs parted by empty lines
   * @param vocabulary the words that replace others
   * @param random decides what is changed
   */
  public String copy(String text, List<String> vocabulary, Random random) {
    List<String> paragraphs = new ArrayList<>(List.of(text.strip().split("\n\\s*\n")));
    switch (this) {
      case PARAGRAPH -> paragraphs.remove(random.nextInt(paragraphs.size()));
      case RUN -> paragraphs.replaceAll(paragraph -> run(paragraph, vocabulary, random));
      default -> {
        return scattered(paragraphs, vocabulary, random);
      }
    }
    return String.join("\n\n", paragraphs);
  }

  private String run(String paragraph, List<String> vocabulary, Random random) {
    String[] words = paragraph.split("\\s+");
    int length = Math.toIntExact(Math.round(words.length * share));
    int start = random.nextInt(words.length - length + 1);
    for (int i = start; i < start + length; i++) {
      words[i] = other(words[i], vocabulary, random);
    }
    return String.join(" ", words);
  }

  /** A copy with so many words replaced as the share says, not each with that probability. */
  private String scattered(List<String> paragraphs, List<String> vocabulary, Random random) {
    List<String[]> words = new ArrayList<>();
    List<int[]> places = new ArrayList<>();
    for (String paragraph : paragraphs) {
      words.add(paragraph.split("\\s+"));
      for (int i = 0; i < words.get(words.size() - 1).length; i++) {
        places.add(new int[] {words.size() - 1, i});
      }
    }
    Collections.shuffle(places, random);
    for (int[] place : places.subList(0, Math.toIntExact(Math.round(places.size() * share)))) {
      String[] paragraph = words.get(place[0]);
      paragraph[place[1]] = other(paragraph[place[1]], vocabulary, random);
    }
    return String.join("\n\n", words.stream().map(each -> String.join(" ", each)).toList());
  }

  private static String other(String word, List<String> vocabulary, Random random) {
    String other = word;
    while (other.equals(word)) {
      other = vocabulary.get(random.nextInt(vocabulary.size()));
    }
    return other;
  }
}
