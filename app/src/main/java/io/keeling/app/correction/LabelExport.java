package io.keeling.app.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.keeling.app.kafka.KafkaRecords;
import io.keeling.app.kafka.RecordPosition;
import io.keeling.contract.article.Article;
import io.keeling.contract.correction.AppliedCorrection;
import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.Topic;
import io.keeling.contract.enriched.TopicGrade;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.serde.Json;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Exports the articles in {@code keeling.enriched} that editors have corrected, as labels for
 * {@code training/}. Reads the topic twice, so that it has to keep positions of articles instead of
 * their text. Not for sharing between threads.
 */
public final class LabelExport {

  /**
   * An article with its labels: those of editors and, for tags that they did not correct, those of
   * the models. {@code corrections} shows which labels are the editors'. The eleven components are
   * the fields of one JSON object.
   *
   * @param part the use of the article in an evaluation
   * @param topics the topics that the article is about
   * @param mentions the topics that the article only mentions
   * @param title null if exported without text
   * @param text null if exported without text
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Label(
      String article,
      String version,
      String url,
      String language,
      String part,
      ClimateGrade grade,
      List<String> topics,
      List<String> mentions,
      List<AppliedCorrection> corrections,
      @Nullable String title,
      @Nullable String text) {

    static Label of(EnrichedArticle enriched, boolean withText) {
      Article article = enriched.article();
      return new Label(
          article.id(),
          article.version(),
          article.canonicalUrl(),
          article.language(),
          "score",
          enriched.climate().grade(),
          ids(enriched, TopicGrade.MAIN),
          ids(enriched, TopicGrade.MENTION),
          enriched.corrections(),
          withText ? article.title() : null,
          withText ? article.text() : null);
    }

    private static List<String> ids(EnrichedArticle enriched, TopicGrade grade) {
      return enriched.topics().stream()
          .filter(topic -> topic.grade() == grade)
          .map(Topic::id)
          .toList();
    }
  }

  private final KafkaConnection kafka;

  public LabelExport(KafkaConnection kafka) {
    this.kafka = kafka;
  }

  /** Writes a line of JSON for each corrected article, and returns their number. */
  public int write(boolean withText, Consumer<String> lines) {
    Map<String, RecordPosition> last = new HashMap<>();
    forEach(
        (record, article) -> {
          if (article == null || article.corrections().isEmpty()) {
            last.remove(KafkaRecords.key(record));
          } else {
            last.put(KafkaRecords.key(record), RecordPosition.of(record));
          }
        });
    AtomicInteger count = new AtomicInteger();
    forEach(
        (record, article) -> {
          if (article != null
              && RecordPosition.of(record).equals(last.get(KafkaRecords.key(record)))) {
            lines.accept(json(Label.of(article, withText)));
            count.incrementAndGet();
          }
        });
    return count.get();
  }

  private void forEach(BiConsumer<ConsumerRecord<byte[], byte[]>, @Nullable EnrichedArticle> work) {
    KafkaRecords.forEach(
        kafka,
        Topics.ENRICHED,
        record -> work.accept(record, KafkaRecords.value(ContractSerdes.ENRICHED_ARTICLE, record)));
  }

  private static String json(Label label) {
    try {
      return Json.MAPPER.writeValueAsString(label);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a label cannot be written: " + e.getOriginalMessage(), e);
    }
  }
}
