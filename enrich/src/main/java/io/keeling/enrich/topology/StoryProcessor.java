package io.keeling.enrich.topology;

import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Joins a waiting tagged article with its story. Belongs to one stream task. */
final class StoryProcessor implements Processor<String, StoryAnswer, String, EnrichedArticle> {

  private final EnrichMetrics meters;
  private ProcessorContext<String, EnrichedArticle> context;
  private KeyValueStore<String, byte[]> waiting;

  StoryProcessor(EnrichMetrics meters) {
    this.meters = meters;
  }

  static String waitingKey(String article, int revision) {
    return article + "/" + revision;
  }

  @Override
  public void init(ProcessorContext<String, EnrichedArticle> context) {
    this.context = context;
    waiting = context.getStateStore(EnrichStores.WAITING);
  }

  @Override
  public void process(Record<String, StoryAnswer> answer) {
    String key = waitingKey(answer.key(), answer.value().revision());
    byte[] bytes = waiting.delete(key);
    if (bytes == null) {
      // The question was asked twice, because the version or a dead letter was sent again.
      meters.answeredBefore();
      return;
    }
    EnrichedArticle tagged =
        Objects.requireNonNull(
            ContractSerdes.ENRICHED_ARTICLE.deserialize(Topics.ENRICHED.name(), bytes));
    context.forward(answer.withValue(tagged.with(answer.value().story())));
    meters.passedOn();
  }
}
