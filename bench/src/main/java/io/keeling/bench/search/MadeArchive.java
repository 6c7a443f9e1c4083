package io.keeling.bench.search;

import io.keeling.bench.annotator.OwnNews;
import io.keeling.contract.article.Article;
import io.keeling.contract.article.NewsDate;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.enriched.Climate;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.CountryWeight;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Enrichment;
import io.keeling.contract.enriched.Name;
import io.keeling.contract.enriched.NameType;
import io.keeling.contract.enriched.Story;
import io.keeling.contract.enriched.Topic;
import io.keeling.contract.enriched.TopicGrade;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Any number of articles, the same ones each time: sentences of our own news put together anew,
 * with rare words, names, topics, outlets and stories as unevenly spread as in a real archive. The
 * n-th is always the same one. Immutable and safe to share between threads.
 */
final class MadeArchive {

  /** When the newest article is published. */
  static final Instant NEWEST = Instant.parse("2026-11-25T00:00:00Z");

  private static final Duration SPAN = Duration.ofDays(3 * 365L);
  private static final int SENTENCES = 24;
  private static final int RARE_WORDS = 12;
  private static final int NAMES = 15;
  private static final int VOCABULARY = 300_000;
  private static final int PEOPLE = 400_000;
  private static final int OUTLETS = 1_200;
  private static final int TOPICS = 40;
  private static final String[] COUNTRIES = Locale.getISOCountries();
  private static final String[] SYLLABLES = {
    "ka", "lo", "mi", "ren", "tu", "sel", "va", "dor", "ni", "pe", "gar", "hol", "ster", "by",
    "qua", "zin", "fe", "mont", "ris", "ul"
  };

  private final List<String> sentences = new ArrayList<>();

  /**
   * @param folder of our own news
   */
  MadeArchive(Path folder) throws IOException {
    for (OwnNews.Text text : OwnNews.read(folder, 2_000, Integer.MAX_VALUE)) {
      for (String sentence : text.text().split("(?<=[.!?])\\s+")) {
        if (sentence.length() > 40 && sentence.length() < 250) {
          sentences.add(sentence);
        }
      }
    }
  }

  /** The n-th article. */
  EnrichedArticle article(int n) {
    Random random = new Random(n * 0x9E3779B97F4A7C15L);
    boolean told = random.nextInt(100) < 20;
    // Tellings of a story have its words; a story has about five.
    int words = told ? n / 25 : n;
    Random text = told ? new Random(words * 31L + 7) : random;
    int outlet = few(random, OUTLETS);
    Instant published =
        NEWEST.minusSeconds((long) (SPAN.toSeconds() * Math.pow(random.nextDouble(), 1.5)));
    Article article =
        Article.builder(
                "https://paper" + outlet + ".example/" + n,
                new Outlet("paper-" + outlet, "The Paper " + outlet, "paper" + outlet + ".example"),
                title(text),
                text(text),
                published.plusSeconds(900))
            .dates(NewsDate.parse(published.toString().substring(0, 19) + "Z"), null)
            .language(random.nextInt(100) < 88 ? "en" : random.nextBoolean() ? "de" : "fr")
            .authors(List.of(person(few(random, 20_000))))
            .free(random.nextInt(10) > 0)
            .identified()
            .build();
    return new EnrichedArticle(
        article,
        1,
        names(random),
        List.of(new CountryWeight(COUNTRIES[few(random, COUNTRIES.length)], 1)),
        new Climate(grade(random), 0.9, List.of()),
        topics(random),
        told ? new Story("s" + words, false, 5) : null,
        new Enrichment("1", List.of()));
  }

  private static ClimateGrade grade(Random random) {
    int share = random.nextInt(100);
    return share < 45
        ? ClimateGrade.MAIN
        : share < 70
            ? ClimateGrade.MENTION
            : share < 85 ? ClimateGrade.ADJACENT : ClimateGrade.NONE;
  }

  private String title(Random random) {
    String sentence = sentences.get(few(random, sentences.size()));
    int end = sentence.indexOf(' ', Math.min(sentence.length() - 1, 45));
    return (end < 0 ? sentence : sentence.substring(0, end)) + " " + rare(random);
  }

  private String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < SENTENCES; i++) {
      text.append(sentences.get(few(random, sentences.size()))).append(i % 4 == 3 ? "\n\n" : " ");
    }
    for (int i = 0; i < RARE_WORDS; i++) {
      text.append(rare(random)).append(' ');
    }
    return text.append("end.").toString();
  }

  private static List<Name> names(Random random) {
    Map<String, Name> names = new HashMap<>();
    while (names.size() < NAMES) {
      String name = person(few(random, PEOPLE));
      NameType type = NameType.values()[Math.floorMod(name.hashCode(), 3)];
      names.put(name, new Name(name, name, type, List.of(), 0.1, null, null, null, null));
    }
    return List.copyOf(names.values());
  }

  private static List<Topic> topics(Random random) {
    Map<String, Topic> topics = new HashMap<>();
    for (int i = 0; i < 3; i++) {
      String id = "topic-" + few(random, TOPICS);
      topics.put(id, new Topic(id, i == 0 ? TopicGrade.MAIN : TopicGrade.MENTION, 0.8, List.of()));
    }
    return List.copyOf(topics.values());
  }

  /** A person of this archive; those with low numbers are in many articles. */
  static String person(int number) {
    return capital(made(number % 997)) + " " + capital(made(number));
  }

  private static String rare(Random random) {
    return made(few(random, VOCABULARY) + 1_000);
  }

  private static String made(int number) {
    StringBuilder word = new StringBuilder();
    int left = number;
    do {
      word.append(SYLLABLES[left % SYLLABLES.length]);
      left /= SYLLABLES.length;
    } while (left > 0);
    return word.append(SYLLABLES[number % 7]).toString();
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** A number below a bound; small ones much more often, about as Zipf's law has it. */
  private static int few(Random random, int bound) {
    return (int) Math.min(bound - 1L, (long) Math.pow(bound, random.nextDouble()) - 1);
  }
}
