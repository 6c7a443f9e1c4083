package io.keeling.verifier.workload;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.ArticleIds;
import io.keeling.contract.article.NewsDate;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.serde.HeaderNames;
import io.keeling.contract.serde.HeaderValues;
import io.keeling.contract.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * An endless stream of numbered articles, the same for the same seed: new ones, unchanged ones,
 * corrected ones, ones whose correction is taken back, ones that other outlets copy, and poison for
 * each stage. Not for sharing between threads.
 *
 * <p>Most come as pages. Poison for the annotator and the sink comes as a record of {@code
 * keeling.articles}, as no page can be read so badly.
 */
public final class Workload {

  /** When the first page was fetched; each step is a second later. */
  private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");

  private static final int OUTLETS = 8;
  private static final int PARAGRAPHS = 5;

  /** PostgreSQL refuses an index row above 2704 bytes (nbtree); random letters do not compress. */
  private static final int TOO_LONG_FOR_AN_INDEX = 8_000;

  private final long seed;
  private final SplittableRandom random;
  private final Prose prose;
  private final List<Known> known = new ArrayList<>();

  /** By number of the article that told them first: the outlets that tell the same words. */
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
        Masthead.imported(outlet),
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

  /** The words of before the last correction stand again; a new version of an old one. */
  private Step takenBack() {
    Known article = pick();
    if (article.states().size() < 2) {
      return page(article.current(), new Effect.Nothing());
    }
    NumberedArticle before = article.states().get(article.states().size() - 2);
    article.states().add(before);
    return version(before, article.original());
  }

  /** Each outlet tells the same words once: more would be a notice of the host, not an article. */
  private Step syndicated() {
    Known original = pick();
    BitSet telling = outlets.computeIfAbsent(original.original(), number -> new BitSet(OUTLETS));
    telling.set(original.outlet());
    int outlet = telling.nextClearBit(0);
    if (outlet >= OUTLETS) {
      return fresh();
    }
    telling.set(outlet);
    NumberedArticle copy = original.current().copy(++articles, Masthead.imported(outlet));
    known.add(new Known(new ArrayList<>(List.of(copy)), outlet, original.original()));
    return version(copy, original.original());
  }

  private Step version(NumberedArticle article, int original) {
    return page(article, new Effect.Version(article.read(now()), original, null));
  }

  private Step page(NumberedArticle article, Effect effect) {
    return page(article.masthead().outlet().domain(), article.url(), article.html(), effect);
  }

  private Step pageWithoutArticle() {
    String host = "outlet-" + random.nextInt(OUTLETS) + ".example";
    String html = "<!doctype html><html><body><p>Please accept our cookies.</p></body></html>";
    Effect effect = new Effect.Refused(Stage.READ, "too-short");
    return page(host, "https://" + host + "/wall/" + step, html, effect);
  }

  private Step page(String host, String url, String html, Effect effect) {
    Page page =
        new Page(
            url,
            url,
            FetchPurpose.ARTICLE,
            "import",
            FetchOutcome.FETCHED,
            200,
            "text/html; charset=utf-8",
            now(),
            1,
            null,
            null,
            null,
            null,
            null,
            trace(),
            html.getBytes(StandardCharsets.UTF_8));
    return step(Topics.PAGES.name(), host, page.body(), page.headers(), effect);
  }

  private Step pageWithoutHeaders() {
    return step(
        Topics.PAGES.name(),
        "outlet-" + random.nextInt(OUTLETS) + ".example",
        "no page".getBytes(StandardCharsets.UTF_8),
        traced(),
        new Effect.Refused(Stage.READ, "malformed-page"));
  }

  private Step unreadableArticle() {
    return step(
        Topics.ARTICLES.name(),
        "unreadable-" + step,
        "{\"id\": ".getBytes(StandardCharsets.UTF_8),
        traced(),
        new Effect.Refused(Stage.ENRICH, "unreadable"));
  }

  private Step wrongKey() {
    Article article = newArticle(random.nextInt(OUTLETS)).read(now());
    return article("wrong-key-" + step, article, new Effect.Refused(Stage.ENRICH, "wrong-key"));
  }

  /** PostgreSQL stores no NUL character. */
  private Step unstorable() {
    Article article = newArticle(random.nextInt(OUTLETS)).read(now());
    return poisonForTheSink(
        article, article.title() + "\u0000", article.source(), "unstorable-text");
  }

  /** Only the database sees that this outlet's domain is longer than its index takes. */
  private Step refusedByTheDatabase() {
    Article article = newArticle(random.nextInt(OUTLETS)).read(now());
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
        new Article(
            plain.id(),
            ArticleIds.version(title, plain.text(), plain.authors(), plain.publishedAt(), null),
            plain.url(),
            plain.canonicalUrl(),
            outlet,
            title,
            null,
            plain.authors(),
            plain.publishedAt(),
            (NewsDate) null,
            plain.fetchedAt(),
            plain.language(),
            null,
            List.of(),
            plain.text(),
            null,
            true,
            plain.provenance());
    return article(article.id(), article, new Effect.Version(article, articles, reason));
  }

  private Step article(String key, Article article, Effect effect) {
    Headers headers = traced();
    byte[] value = ContractSerdes.ARTICLE.serialize(Topics.ARTICLES.name(), headers, article);
    return step(Topics.ARTICLES.name(), key, value, headers, effect);
  }

  private Step step(String topic, String key, byte[] value, Headers headers, Effect effect) {
    return new Step(step, trace(), new ProducerRecord<>(topic, null, key, value, headers), effect);
  }

  private Headers traced() {
    Headers headers = new RecordHeaders();
    HeaderValues.put(headers, HeaderNames.TRACE, trace());
    return headers;
  }

  private String trace() {
    return "step-" + seed + "-" + step;
  }

  private Instant now() {
    return START.plusSeconds(step);
  }

  private Known pick() {
    return known.get(random.nextInt(known.size()));
  }
}
