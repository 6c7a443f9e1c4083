package io.keeling.enrich.topology;

import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.enrich.annotator.Annotation;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.correction.HeldCorrections;
import io.keeling.enrich.correction.TagCorrector;
import io.keeling.enrich.stories.MinHash;
import io.keeling.enrich.stories.TextSignature;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.deadline.RecordPlace;
import io.keeling.runtime.deadline.RecordWorker;
import io.keeling.runtime.streams.UnusableRecordException;
import io.keeling.runtime.tracing.Detail;
import io.keeling.runtime.tracing.Step;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Tags a version and applies its corrections, stores it until its story is known, and asks for the
 * story. Belongs to one processor; the tagging runs on the thread of a {@link RecordWorker}, which
 * touches neither stores nor context.
 */
final class Tagging implements AutoCloseable {

  /** Room for the story and the record's overhead, in bytes. */
  private static final int MARGIN = 64 * 1024;

  /**
   * The revision as which a version is passed on.
   *
   * @param registry the story registry that knows the article
   * @param number the revision's number
   * @param corrections the corrections of its tags
   */
  record Revision(String registry, int number, HeldCorrections corrections) {}

  private final EnrichMetrics meters;
  private final RecordWorker<Annotator> worker;
  private final String enrichment;
  private final ProcessorContext<String, StoryQuestion> context;
  private final KeyValueStore<String, byte[]> waiting;

  /**
   * @param context of the processor, which has the store of waiting articles
   */
  Tagging(
      Supplier<Annotator> annotators,
      RecordDeadline deadline,
      EnrichMetrics meters,
      ProcessorContext<String, StoryQuestion> context) {
    this.meters = meters;
    this.context = context;
    worker = deadline.worker(annotators);
    enrichment = annotators.get().version();
    waiting = context.getStateStore(EnrichStores.WAITING);
  }

  /** The version of the current enrichment. */
  String enrichment() {
    return enrichment;
  }

  /** The state after a version is passed on as the next revision. */
  VersionState next(VersionState state, Article article, long place) {
    return state.with(article, enrichment, place);
  }

  /**
   * Passes a version on.
   *
   * @param remember stores the version's state. It is called after everything that can fail, so
   *     that a dead letter leaves no trace
   */
  void pass(Record<String, ?> input, Article article, Revision revision, Runnable remember) {
    try (Step step = meters.tracing().next("tag", input.headers(), Instant.now())) {
      step.about(Detail.ARTICLE, article.id()).about(Detail.REVISION, revision.number());
      step.inject(input.headers());
      Tagged tagged =
          meters.annotate(
              () ->
                  worker.run(
                      place(), annotator -> Tagged.by(annotator, article, revision.corrections())));
      byte[] enriched =
          bytes(
              tagged
                  .annotation()
                  .of(article, revision.number(), null, revision.corrections().applied()));
      remember.run();
      waiting.put(StoryProcessor.waitingKey(article.id(), revision.number()), enriched);
      input.headers().remove(HeaderNames.SENT_AGAIN);
      StoryQuestion question =
          new StoryQuestion(
              article.id(), revision.number(), article.source().domain(), tagged.signature());
      context.forward(input.withKey(revision.registry()).withValue(question));
    }
  }

  /**
   * What follows from the article and its corrections alone.
   *
   * @param signature of its text; null if the text is too short for one
   */
  private record Tagged(Annotation annotation, byte @Nullable [] signature) {

    static Tagged by(Annotator annotator, Article article, HeldCorrections corrections) {
      Annotation tags = annotator.annotate(article);
      return new Tagged(
          new TagCorrector(annotator::knowsTopic).correct(tags, article, corrections),
          MinHash.of(article.text()).map(TextSignature::bytes).orElse(null));
    }
  }

  private RecordPlace place() {
    RecordMetadata place = context.recordMetadata().orElseThrow();
    return new RecordPlace(place.topic(), place.partition(), place.offset());
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

  @Override
  public void close() {
    worker.close();
  }
}
