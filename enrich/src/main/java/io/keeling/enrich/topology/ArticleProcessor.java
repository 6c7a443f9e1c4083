package io.keeling.enrich.topology;

import io.keeling.contract.article.Article;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.enrich.correction.HeldCorrections;
import io.keeling.enrich.topology.VersionState.Verdict;
import io.keeling.runtime.streams.UnusableRecordException;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Tags and numbers each version of an article that is new at this enrichment, stores it until its
 * story is known, and asks for the story. Belongs to one stream task.
 */
final class ArticleProcessor implements Processor<String, Article, String, StoryQuestion> {

  private final Function<ProcessorContext<String, StoryQuestion>, Tagging> taggings;
  private final EnrichMetrics meters;
  private Tagging tagging;
  private ProcessorContext<String, StoryQuestion> context;
  private KeyValueStore<String, VersionState> versions;
  private KeyValueStore<String, HeldCorrections> corrections;

  ArticleProcessor(
      Function<ProcessorContext<String, StoryQuestion>, Tagging> taggings, EnrichMetrics meters) {
    this.taggings = taggings;
    this.meters = meters;
  }

  @Override
  public void init(ProcessorContext<String, StoryQuestion> context) {
    this.context = context;
    tagging = taggings.apply(context);
    versions = context.getStateStore(EnrichStores.VERSIONS);
    corrections = context.getStateStore(EnrichStores.CORRECTIONS);
  }

  @Override
  public void process(Record<String, Article> input) {
    Article article = usable(input);
    VersionState state = versions.get(article.id());
    if (state == null) {
      state = VersionState.unseen(article.language());
    }
    Verdict verdict = state.judge(article, tagging.enrichment(), sentAgain(input));
    if (verdict == Verdict.NEWS) {
      long offset = context.recordMetadata().orElseThrow().offset();
      VersionState next = tagging.next(state, article, offset);
      pass(
          input, article, next.registry(), next.revision(), () -> versions.put(article.id(), next));
    } else if (verdict == Verdict.REPEAT) {
      pass(input, article, state.registry(), state.revisionOf(article.version()), () -> {});
    } else {
      meters.passedOver(verdict);
    }
  }

  private void pass(
      Record<String, Article> input,
      Article article,
      String registry,
      int revision,
      Runnable remember) {
    HeldCorrections held = HeldCorrections.orNone(corrections.get(article.id()));
    tagging.pass(input, article, new Tagging.Revision(registry, revision, held), remember);
  }

  @Override
  public void close() {
    tagging.close();
  }

  private static @Nullable Instant sentAgain(Record<String, Article> input) {
    try {
      return HeaderValues.get(input.headers(), HeaderNames.SENT_AGAIN, Instant::parse);
    } catch (IllegalArgumentException e) {
      throw new UnusableRecordException("malformed-header", String.valueOf(e.getMessage()));
    }
  }

  private static Article usable(Record<String, Article> input) {
    if (input.value() == null) {
      throw new UnusableRecordException("no-value", "the record has no value");
    }
    if (!input.value().id().equals(input.key())) {
      throw new UnusableRecordException("wrong-key", "the record's key is not the article's id");
    }
    return input.value();
  }
}
