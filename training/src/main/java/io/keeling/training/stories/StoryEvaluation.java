package io.keeling.training.stories;

import io.keeling.contract.article.ArticleIds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Scores which texts are taken for tellings of one story: changed copies of short agency texts,
 * which are, different reports of one event, which are not, and real pages, where each pair that
 * was grouped is judged by the words it shares. Not a test. The limits were chosen;
 * docs/studies/stories.md explains them.
 *
 * <p>Arguments: the folder with {@code agency} and {@code pairs}; our own news, of which those as
 * long as an agency's short texts are copied as well; files of articles that {@code keeling
 * extract} wrote. System properties: {@code seed} of the copies, 1 if it is not given; {@code
 * errors} lists what was grouped in error.
 */
public final class StoryEvaluation {

  /** Length of the shortest text that is copied, in characters. */
  private static final int SHORTEST = 750;

  /** Length of the longest text that is copied, in characters. */
  private static final int LONGEST = 1_500;

  /** Copies of each agency text and kind: 25 texts make a hundred. */
  private static final int ROUNDS = 4;

  /** Words in a row that two texts share only if one copied the other. */
  private static final int COPIED = 8;

  /** Share of a shorter text that is in the longer one if one is a copy. */
  private static final double RIGHT = 0.4;

  private final List<Telling> pages = new ArrayList<>();
  private final List<Telling> pairs;
  private final List<Telling> agency;
  private final List<Telling> news;
  private final long seed = Long.getLong("seed", 1);

  private StoryEvaluation(List<String> arguments) throws IOException {
    Path folder = Path.of(arguments.get(0));
    agency = Telling.folder(folder.resolve("agency"));
    pairs = Telling.folder(folder.resolve("pairs"));
    news = Telling.news(Path.of(arguments.get(1)), SHORTEST, LONGEST);
    for (String file : arguments.subList(2, arguments.size())) {
      pages.addAll(Telling.pages(Path.of(file)));
    }
  }

  public static void main(String[] arguments) throws IOException {
    StoryEvaluation evaluation = new StoryEvaluation(Arrays.asList(arguments));
    evaluation.scoreDifferentTexts();
    System.out.println("copies grouped with their original and with no other story's text:");
    evaluation.scoreCopies("agency", evaluation.agency, ROUNDS);
    evaluation.scoreCopies("news", evaluation.news, 1);
    evaluation.measureState();
  }

  private Registry withAllTexts() {
    Registry registry = new Registry();
    for (List<Telling> tellings : List.of(pages, pairs, news, agency)) {
      tellings.forEach(registry::find);
    }
    return registry;
  }

  private void scoreDifferentTexts() {
    Registry registry = new Registry();
    Map<String, List<Telling>> stories = new HashMap<>();
    int texts = 0;
    for (List<Telling> tellings : List.of(pages, pairs, news, agency)) {
      for (Telling telling : tellings) {
        String story = registry.find(telling);
        if (story != null) {
          texts++;
          stories.computeIfAbsent(story, s -> new ArrayList<>()).add(telling);
        }
      }
    }
    int[] right = new int[2];
    int reports = 0;
    for (List<Telling> tellings : stories.values()) {
      for (int i = 0; i < tellings.size(); i++) {
        for (int j = 0; j < i; j++) {
          Telling one = tellings.get(j);
          Telling other = tellings.get(i);
          boolean copied = copied(one.text(), other.text()) >= RIGHT;
          right[copied ? 1 : 0]++;
          if (!copied) {
            reports += one.id().startsWith("pairs/") && other.id().startsWith("pairs/") ? 1 : 0;
            error(one, other);
          }
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d texts long enough; pairs grouped: %d, of them right %d: precision %.4f%n"
            + "different reports of one event grouped: %d of %d; the closest have resemblance %.2f%n",
        texts,
        right[0] + right[1],
        right[1],
        (double) right[1] / Math.max(1, right[0] + right[1]),
        reports,
        pairs.size() / 2,
        closestReports());
  }

  /**
   * The highest resemblance of two reports of one event, by their signatures; these stand beside
   * each other.
   */
  private double closestReports() {
    double closest = 0;
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      closest =
          Math.max(
              closest,
              pairs
                  .get(i)
                  .signature()
                  .orElseThrow()
                  .resemblance(pairs.get(i + 1).signature().orElseThrow()));
    }
    return closest;
  }

  private static void error(Telling one, Telling other) {
    if (System.getProperty("errors") != null) {
      System.out.printf(
          Locale.ROOT,
          "error: %s %s, %.2f copied%n",
          one.id(),
          other.id(),
          copied(one.text(), other.text()));
    }
  }

  /** The share of the shorter text's runs of words that the longer one has too. */
  static double copied(String one, String other) {
    Set<String> first = runs(one);
    Set<String> second = runs(other);
    int shorter = Math.min(first.size(), second.size());
    first.retainAll(second);
    return shorter == 0 ? 0 : (double) first.size() / shorter;
  }

  private static Set<String> runs(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + COPIED <= words.length; i++) {
      runs.add(String.join(" ", Arrays.asList(words).subList(i, i + COPIED)));
    }
    return runs;
  }

  /**
   * Scores the copies of a set. Every round knows the originals and all other texts, and one copy
   * of each.
   */
  private void scoreCopies(String set, List<Telling> originals, int rounds) {
    List<String> vocabulary =
        originals.stream().flatMap(t -> Arrays.stream(t.text().split("\\s+"))).toList();
    for (Change change : Change.values()) {
      int grouped = 0;
      int wrong = 0;
      for (int round = 0; round < rounds; round++) {
        Random random = new Random(seed * 1_000 + change.ordinal() * 100L + round);
        Registry registry = withAllTexts();
        for (Telling original : originals) {
          String copy = change.copy(original.text(), vocabulary, random);
          String id = original.id() + "/copy";
          String story = registry.find(Telling.of(id, id + ".example", "en", copy));
          if (original.id().equals(story)) {
            grouped++;
          } else if (!id.equals(story)) {
            wrong++;
          }
        }
      }
      int copies = rounds * originals.size();
      System.out.printf(
          Locale.ROOT,
          "%-8s%-42s %4d of %4d  %5.1f %%, with another's %d%n",
          set,
          change.label(),
          grouped,
          copies,
          100.0 * grouped / copies,
          wrong);
    }
  }

  /** A state that grew with the corpus would have more bytes for an article each time. */
  private void measureState() {
    List<Telling> texts = new ArrayList<>(pages);
    texts.addAll(pairs);
    texts.addAll(news);
    texts.addAll(agency);
    Collections.shuffle(texts, new Random(seed));
    Registry registry = new Registry();
    for (int i = 0; i < texts.size(); i++) {
      Telling text = texts.get(i);
      String id = ArticleIds.id(text.id());
      registry.find(new Telling(id, text.outlet(), text.language(), text.text(), text.signature()));
      if ((i + 1) % (texts.size() / 4) == 0) {
        double articles = registry.articles();
        System.out.printf(
            Locale.ROOT,
            "state of %4.0f articles, bytes each: bands %.0f, members %.0f, outlets %.0f;"
                + " others looked at for each: %.2f%n",
            articles,
            registry.bytes("bands") / articles,
            registry.bytes("members") / articles,
            registry.bytes("outlets") / articles,
            registry.compared() / articles - 1);
      }
    }
  }
}
