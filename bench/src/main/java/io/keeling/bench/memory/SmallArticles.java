package io.keeling.bench.memory;

import io.keeling.bench.annotator.OwnNews;
import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.enrich.annotator.Annotation;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.annotator.AnnotatorResources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Makes any number of articles of a few sentences of our own news, put together so that each has
 * words of its own. Immutable and safe to share between threads. The numbers were chosen.
 */
final class SmallArticles {

  /** How many sentences an article has. */
  private static final int SENTENCES = 3;

  /** How many outlets there are. */
  private static final int OUTLETS = 50;

  /** How many articles are tagged; the others have their tags. */
  private static final int TAGGED = 200;

  private final List<String> sentences = new ArrayList<>();

  /** Tagged once, as the sink does not look at what the words are. */
  private final List<Annotation> tags = new ArrayList<>();

  private SmallArticles() {}

  /**
   * Makes them.
   *
   * @param folder of our own news
   */
  static SmallArticles of(Path folder) throws IOException {
    SmallArticles articles = new SmallArticles();
    for (OwnNews.Text text : OwnNews.read(folder, 2_000, Integer.MAX_VALUE)) {
      for (String sentence : text.text().split("(?<=[.!?])\\s+")) {
        if (sentence.length() > 60 && sentence.length() < 200) {
          articles.sentences.add(sentence);
        }
      }
    }
    Annotator annotator = new Annotator(AnnotatorResources.load());
    for (int n = 0; n < TAGGED; n++) {
      articles.tags.add(annotator.annotate(title(n), articles.text(n), "en"));
    }
    return articles;
  }

  /** The n-th as reading writes it. */
  ProducerRecord<String, byte[]> article(int n) {
    Article article = article(n, text(n));
    Headers headers = new RecordHeaders();
    byte[] value = ContractSerdes.ARTICLE.serialize(Topics.ARTICLES.name(), headers, article);
    return new ProducerRecord<>(Topics.ARTICLES.name(), null, article.id(), value, headers);
  }

  /** The n-th as enrichment writes it. */
  ProducerRecord<String, byte[]> enriched(int n) {
    Annotation tagged = tags.get(n % TAGGED);
    EnrichedArticle article = tagged.of(article(n, text(n % TAGGED)), 1, null);
    Headers headers = new RecordHeaders();
    byte[] value =
        ContractSerdes.ENRICHED_ARTICLE.serialize(Topics.ENRICHED.name(), headers, article);
    String id = article.article().id();
    return new ProducerRecord<>(Topics.ENRICHED.name(), null, id, value, headers);
  }

  private static String title(int n) {
    return "Report number " + n;
  }

  private String text(int n) {
    Random random = new Random(n);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < SENTENCES; i++) {
      text.append(sentences.get(random.nextInt(sentences.size()))).append(' ');
    }
    return text.append("It has the number ").append(n).append('.').toString();
  }

  private static Article article(int n, String text) {
    String domain = "paper" + n % OUTLETS + ".example";
    String url = "https://" + domain + "/news/" + n;
    return Article.of(
        url,
        new Outlet("paper-" + n % OUTLETS, "Paper", domain),
        title(n),
        text,
        "en",
        Instant.now());
  }
}
