package io.keeling.bench.search;

import io.keeling.bench.chain.Chain;
import io.keeling.contract.article.Article;
import io.keeling.contract.article.NewsDate;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Articles that are made and arrive at a rate, as news. For one thread. */
final class ArticleStream {

  /** Every so many-th record is another wording of an article, where there are corrections. */
  private static final int CORRECTED = 10;

  /** So long after an article its other wording comes. */
  private static final int SECONDS_BETWEEN = 5;

  private final Chain chain;
  private final MadeArchive archive;
  private final boolean corrections;
  private int sent;

  /**
   * @param corrections whether a tenth of what comes are other wordings of what came before
   */
  ArticleStream(Chain chain, MadeArchive archive, boolean corrections) {
    this.chain = chain;
    this.archive = archive;
    this.corrections = corrections;
  }

  /** How many records were sent so far. */
  int sent() {
    return sent;
  }

  /** Sends the next, and returns when the last of them is there. */
  void send(int count, int perSecond) throws InterruptedException {
    int before = SECONDS_BETWEEN * perSecond + 1;
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            chain.connection().producerProperties(),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      long began = System.nanoTime();
      for (int i = 0; i < count; i++) {
        long due = began + i * 1_000_000_000L / perSecond;
        long wait = due - System.nanoTime();
        if (wait > 0) {
          Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
        }
        boolean another = corrections && sent % CORRECTED == CORRECTED - 1 && sent >= before;
        EnrichedArticle article =
            ofNow(archive.article(another ? sent - before : sent), another ? 2 : 1);
        var unused =
            producer.send(
                new ProducerRecord<>(
                    Topics.ENRICHED.name(),
                    article.article().id().getBytes(StandardCharsets.UTF_8),
                    ContractSerdes.ENRICHED_ARTICLE.serialize(Topics.ENRICHED.name(), article)));
        sent++;
      }
    }
  }

  /** The same, but news. */
  private static EnrichedArticle ofNow(EnrichedArticle made, int revision) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Article first =
        made.article().toBuilder()
            .fetchedAt(now)
            .dates(NewsDate.parse(now.truncatedTo(ChronoUnit.SECONDS).toString()), null)
            .build();
    Article article =
        revision == 1
            ? first
            : first.toBuilder().title(first.title() + ", once more").identified().build();
    return new EnrichedArticle(
        article,
        revision,
        made.names(),
        made.countries(),
        made.climate(),
        made.topics(),
        made.story(),
        made.enrichment());
  }
}
