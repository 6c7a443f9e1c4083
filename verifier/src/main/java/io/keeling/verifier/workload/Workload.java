package io.keeling.verifier.workload;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.topic.Topics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * An endless stream of numbered articles, the same for the same seed: new ones, unchanged ones,
 * corrected ones, ones whose correction is taken back, ones that other outlets copy, and poison for
 * each stage. Not for sharing between threads.
 *
 * <p>Most come as pages. Poison for the annotator and the sink comes as a record of {@code
 * keeling.articles}, as no page can be read so badly.
 */
public final class Workload {

  /** Outlets, few enough that several often tell the same story. */
  private static final int OUTLETS = 8;

  /** Paragraphs of an article, so that a correction changes one of several. */
  private static final int PARAGRAPHS = 5;

  /**
   * Length of a text that no index row can hold, in characters. PostgreSQL refuses an index row
   * above 2704 bytes (nbtree); random letters do not compress.
   */
  private static final int TOO_LONG_FOR_AN_INDEX = 8_000;

  private final long seed;
  private final SplittableRandom random;
  private final Prose prose;
  private final List<Known> known = new ArrayList<>();

  /** The outlets that tell the same words, by the number of the article that told them first. */
  private final Map<Integer, BitSet> outlets = new HashMap<>();

  private int step;
  private int articles;

  /** An article, its states so far (the last is current), its outlet and whose words it tells. */
  private record Known(List<NumberedArticle> states, int outlet, int original) {
    NumberedArticle current() {
      return states.get(states.size() - 1);
    }
  }

  /** The stream of a seed, from its first step. */
  public Workload(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    this.prose = new Prose(random);
  }

  /** The next step. */
  public Step next() {
    step++;
    int choice = random.nextInt(100);
    if (known.isEmpty() || choice < 50) {
      return fresh();
    } else if (choice < 60) {
      return page(pick().current(), new Effect.Nothing());
    } else if (choice < 75) {
      return corrected();
    } else if (choice < 79) {
      return takenBack();
    } else if (choice < 91) {
      return syndicated();
    }
    return switch (choice) {
      case 91, 92 -> pageWithoutArticle();
      case 93, 94 -> pageWithoutHeaders();
      case 95 -> unreadableArticle();
      case 96 -> wrongKey();
      case 97, 98 -> unstorable();
      default -> refusedByTheDatabase();
    };
  }

  private Step fresh() {
    int outlet = random.nextInt(OUTLETS);
    NumberedArticle article = newArticle(outlet);
    known.add(new Known(new ArrayList<>(List.of(article)), outlet, article.number()));
    return version(article, article.number());
  }

  private NumberedArticle newArticle(int outlet) {
    int number = ++articles;
    String title = "Number " + number + ": what the council of elders decided about the road";
    return new NumberedArticle(
        number,
        PressOutlet.imported(outlet),
        LocalDate.of(2026, 1, 1 + number % 28),
        title,
        prose.paragraphs(PARAGRAPHS));
  }

  private Step corrected() {
    Known article = pick();
    NumberedArticle changed =
        article.current().with(random.nextInt(PARAGRAPHS), prose.paragraphs(1).get(0));
    article.states().add(changed);
    return version(changed, article.original());
  }

  /**
   * A correction that is taken back: the words of before stand again, a new version of an old one.
   */
  private Step takenBack() {
    Known article = pick();
    if (article.states().size() < 2) {
      return page(article.current(), new Effect.Nothing());
    }
    NumberedArticle before = article.states().get(article.states().size() - 2);
    article.states().add(before);
    return version(before, article.original());
  }

  /**
   * A copy by another outlet. Each tells the same words once: more would be a notice of the host,
   * not an article.
   */
  private Step syndicated() {
    Known original = pick();
    BitSet telling = outlets.computeIfAbsent(original.original(), number -> new BitSet(OUTLETS));
    telling.set(original.outlet());
    int outlet = telling.nextClearBit(0);
    if (outlet >= OUTLETS) {
      return fresh();
    }
    telling.set(outlet);
    NumberedArticle copy = original.current().copy(++articles, PressOutlet.imported(outlet));
    known.add(new Known(new ArrayList<>(List.of(copy)), outlet, original.original()));
    return version(copy, original.original());
  }

  private Step version(NumberedArticle article, int original) {
    return page(article, new Effect.Version(article.read(writer().now()), original, null));
  }

  private Step page(NumberedArticle article, Effect effect) {
    return writer().page(article.press().outlet().domain(), article.url(), article.html(), effect);
  }

  private Step pageWithoutArticle() {
    String host = "outlet-" + random.nextInt(OUTLETS) + ".example";
    String html = "<!doctype html><html><body><p>Please accept our cookies.</p></body></html>";
    Effect effect = new Effect.Refused(Stage.READ, "too-short");
    return writer().page(host, "https://" + host + "/wall/" + step, html, effect);
  }

  private Step pageWithoutHeaders() {
    String host = "outlet-" + random.nextInt(OUTLETS) + ".example";
    Effect effect = new Effect.Refused(Stage.READ, "malformed-page");
    return writer().bare(Topics.PAGES.name(), host, "no page", effect);
  }

  private Step unreadableArticle() {
    Effect effect = new Effect.Refused(Stage.ENRICH, "unreadable");
    return writer().bare(Topics.ARTICLES.name(), "unreadable-" + step, "{\"id\": ", effect);
  }

  private Step wrongKey() {
    Article article = newArticle(random.nextInt(OUTLETS)).read(writer().now());
    Effect effect = new Effect.Refused(Stage.ENRICH, "wrong-key");
    return writer().article("wrong-key-" + step, article, effect);
  }

  /** Poison with a NUL character, which PostgreSQL does not store. */
  private Step unstorable() {
    Article article = newArticle(random.nextInt(OUTLETS)).read(writer().now());
    return poisonForTheSink(
        article, article.title() + "\u0000", article.source(), "unstorable-text");
  }

  /** Poison that only the database sees: the outlet's domain is longer than its index takes. */
  private Step refusedByTheDatabase() {
    Article article = newArticle(random.nextInt(OUTLETS)).read(writer().now());
    String domain =
        random
            .ints(TOO_LONG_FOR_AN_INDEX, 'a', 'z' + 1)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return poisonForTheSink(
        article, article.title(), new Outlet("endless", "Endless", domain), "refused");
  }

  private Step poisonForTheSink(Article plain, String title, Outlet outlet, String reason) {
    Article article =
        plain.toBuilder()
            .identified()
            .source(outlet)
            .title(title)
            .subtitle(null)
            .dates(plain.publishedAt(), null)
            .subjects(null, List.of())
            .image(null)
            .free(true)
            .build();
    return writer().article(article.id(), article, new Effect.Version(article, articles, reason));
  }

  private StepWriter writer() {
    return new StepWriter(seed, step);
  }

  private Known pick() {
    return known.get(random.nextInt(known.size()));
  }
}
