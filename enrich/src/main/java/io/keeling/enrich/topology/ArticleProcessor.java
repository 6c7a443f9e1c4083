package io.keeling.enrich.topology;

import io.keeling.contract.article.Article;
import io.keeling.contract.deadline.RecordDeadline;
import io.keeling.contract.deadline.RecordPlace;
import io.keeling.contract.deadline.RecordWorker;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.streams.UnusableRecordException;
import io.keeling.contract.topic.Topics;
import io.keeling.contract.tracing.Detail;
import io.keeling.contract.tracing.Step;
import io.keeling.enrich.annotator.Annotation;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.stories.MinHash;
import io.keeling.enrich.stories.TextSignature;
import io.keeling.enrich.topology.VersionState.Verdict;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Tags each version of an article that is news at this enrichment, numbers it, lets it wait for its
 * story and asks for that. Belongs to one stream task; the tagging runs on the thread of a {@link
 * RecordWorker}, which touches neither stores nor context.
 */
final class ArticleProcessor implements Processor<String, Article, String, StoryQuestion> {

  /** Room for the story and the record's overhead, in bytes. Chosen. */
  private static final int MARGIN = 64 * 1024;

  private final Supplier<Annotator> annotators;
  private final RecordDeadline deadline;
  private final EnrichMetrics meters;
  private RecordWorker<Annotator> tagging;
  private String enrichment;
  private ProcessorContext<String, StoryQuestion> context;
  private KeyValueStore<String, VersionState> versions;
  private KeyValueStore<String, byte[]> waiting;

  ArticleProcessor(Supplier<Annotator> annotators, RecordDeadline deadline, EnrichMetrics meters) {
    this.annotators = annotators;
    this.deadline = deadline;
    this.meters = meters;
  }

  @Override
  public void init(ProcessorContext<String, StoryQuestion> context) {
    this.context = context;
    tagging = deadline.worker(annotators);
    enrichment = annotators.get().version();
    versions = context.getStateStore(Stores.VERSIONS);
    waiting = context.getStateStore(Stores.WAITING);
  }

  @Override
  public void process(Record<String, Article> input) {
    Article article = usable(input);
    VersionState state = versions.get(article.id());
    if (state == null) {
      state = VersionState.unseen(article.language());
    }
    Verdict verdict = state.judge(article, enrichment, sentAgain(input));
    if (verdict == Verdict.NEWS) {
      VersionState next = state.with(article, enrichment);
      pass(input, article, next.registry(), next.revision(), next);
    } else if (verdict == Verdict.REPEAT) {
      pass(input, article, state.registry(), state.revisionOf(article.version()), null);
    } else {
      meters.passedOver(verdict);
    }
  }

  private void pass(
      Record<String, Article> input,
      Article article,
      String registry,
      int revision,
      @Nullable VersionState next) {
    try (Step step = meters.tracing().next("tag", input.headers(), Instant.now())) {
      step.about(Detail.ARTICLE, article.id()).about(Detail.REVISION, revision);
      step.inject(input.headers());
      tag(input, article, registry, revision, next);
    }
  }

  private void tag(
      Record<String, Article> input,
      Article article,
      String registry,
      int revision,
      @Nullable VersionState next) {
    Tagged tagged =
        meters.annotate(() -> tagging.run(place(), annotator -> Tagged.by(annotator, article)));
    byte[] enriched = bytes(tagged.annotation().of(article, revision, null));
    // Nothing is written before everything that can fail is done: a dead letter leaves no trace.
    if (next != null) {
      versions.put(article.id(), next);
    }
    waiting.put(StoryProcessor.waitingKey(article.id(), revision), enriched);
    input.headers().remove(HeaderNames.SENT_AGAIN);
    StoryQuestion question =
        new StoryQuestion(article.id(), revision, article.source().domain(), tagged.signature());
    context.forward(input.withKey(registry).withValue(question));
  }

  /**
   * What only the article decides.
   *
   * @param signature of its text; null where that is too short to be told again
   */
  private record Tagged(Annotation annotation, byte @Nullable [] signature) {

    static Tagged by(Annotator annotator, Article article) {
      return new Tagged(
          annotator.annotate(article),
          MinHash.of(article.text()).map(TextSignature::bytes).orElse(null));
    }
  }

  private RecordPlace place() {
    RecordMetadata place = context.recordMetadata().orElseThrow();
    return new RecordPlace(place.topic(), place.partition(), place.offset());
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

  private static byte[] bytes(EnrichedArticle enriched) {
    byte[] bytes =
        Objects.requireNonNull(
            ContractSerdes.ENRICHED_ARTICLE.serialize(Topics.ENRICHED.name(), enriched));
    if (bytes.length > Topics.LARGEST_RECORD - MARGIN) {
      throw new UnusableRecordException(
          "too-large", "with its tags the article has " + bytes.length + " bytes");
    }
    return bytes;
  }
}
