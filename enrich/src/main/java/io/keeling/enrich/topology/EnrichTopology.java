package io.keeling.enrich.topology;

import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.serde.JsonSerde;
import io.keeling.contract.topic.Topics;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.streams.StreamsProgress;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * The enrichment as a Streams topology.
 *
 * <pre>
 *   keeling.articles ─► ArticleProcessor ─► questions (key: language) ─► StoryRegistry
 *   (key: article id)   │ versions, waiting                              │ bands, members, outlets
 *                       ▼                                                ▼
 *   keeling.enriched ◄─ StoryProcessor ◄──── answers (key: article id) ──┘
 * </pre>
 *
 * <p><b>Why a registry per language.</b> Only one place can decide whether two articles have the
 * same text. If the bands of the signatures were partitioned, each of 24 bands would take a
 * question and an answer. Two copies that arrive at once could then each found a story, because no
 * task sees both copies. One registry per language sees all texts that could be equal, in one
 * order, so every story has one founder, on any number of instances. It only compares signatures
 * (400 bytes, some 50 look-ups): the expensive work, tagging, stays spread over all partitions.
 * Should one language outgrow one task, a coarse hash of the text can join the language in the key.
 *
 * <p><b>Why the article waits.</b> Only the signature travels to the registry; the tagged article
 * waits in a store beside its versions, and the answer comes back to the same partition. The topics
 * in between are internal and have as many partitions as {@code keeling.articles}. An article keeps
 * the registry of its first version, so its revisions are answered in order.
 *
 * <p>A record without a value takes an article down: {@link RemovalProcessor} remembers the
 * takedown beside the versions, drops the waiting article, and passes the record on.
 *
 * <p>Corrections by editors are partitioned by article and remembered beside the versions. {@link
 * CorrectionProcessor} applies a correction to the latest version and passes that version on again;
 * {@link ArticleProcessor} applies the correction to all later versions. A correction and its
 * revision are one step, too.
 *
 * <p>Under {@code exactly_once_v2} each step is one transaction: a question, its version and its
 * waiting article are stored together or not at all.
 */
public final class EnrichTopology {

  private static final Serde<StoryQuestion> QUESTION =
      new JsonSerde<>(StoryQuestion.class, "enrich-story-question/1");
  private static final Serde<StoryAnswer> ANSWER =
      new JsonSerde<>(StoryAnswer.class, "enrich-story-answer/1");

  private static final Serde<CorrectionEvent> EVENT =
      new JsonSerde<>(CorrectionEvent.class, "enrich-tag-correction/1");

  private EnrichTopology() {}

  /**
   * Builds the topology.
   *
   * @param annotators supplies an annotator for each stream task, and a new one after an article
   *     that took too long
   * @param deadline limits the time for tagging an article
   * @param archives supplies an archive for each stream task
   */
  public static Topology build(
      Supplier<Annotator> annotators,
      RecordDeadline deadline,
      Supplier<ArticleArchive> archives,
      EnrichMetrics meters) {
    Function<ProcessorContext<String, StoryQuestion>, Tagging> taggings =
        context -> new Tagging(annotators, deadline, meters, context);
    StreamsProgress progress = meters.progress();
    StreamsBuilder builder = new StreamsBuilder();
    builder.addStateStore(EnrichStores.versions());
    builder.addStateStore(EnrichStores.waiting());
    builder.addStateStore(EnrichStores.corrections());
    builder.addStateStore(EnrichStores.bands());
    builder.addStateStore(EnrichStores.members());
    builder.addStateStore(EnrichStores.outlets());

    KStream<String, Article> articles =
        builder.stream(
            Topics.ARTICLES.name(),
            Consumed.with(Serdes.String(), ContractSerdes.ARTICLE).withName("articles"));
    KStream<String, EnrichedArticle> removed =
        articles
            .filter((id, article) -> isRemoval(id, article), Named.as("is-removal"))
            .process(
                progress.watched(RemovalProcessor::new),
                Named.as("remove"),
                EnrichStores.VERSIONS,
                EnrichStores.WAITING);
    KStream<String, StoryQuestion> questions =
        articles
            .filterNot((id, article) -> isRemoval(id, article), Named.as("is-article"))
            .process(
                progress.watched(() -> new ArticleProcessor(taggings, meters)),
                Named.as("annotate"),
                EnrichStores.VERSIONS,
                EnrichStores.WAITING,
                EnrichStores.CORRECTIONS)
            .merge(corrected(builder, taggings, archives, meters), Named.as("tagged"))
            .repartition(Repartitioned.with(Serdes.String(), QUESTION).withName("story-questions"));
    KStream<String, StoryAnswer> answers =
        questions
            .process(
                progress.watched(StoryRegistry::new),
                Named.as("story-registry"),
                EnrichStores.BANDS,
                EnrichStores.MEMBERS,
                EnrichStores.OUTLETS)
            .repartition(Repartitioned.with(Serdes.String(), ANSWER).withName("story-answers"));
    KStream<String, EnrichedArticle> enriched =
        answers.process(
            progress.watched(() -> new StoryProcessor(meters)),
            Named.as("join-story"),
            EnrichStores.WAITING);
    enriched
        .merge(removed)
        .to(
            Topics.ENRICHED.name(),
            Produced.with(Serdes.String(), ContractSerdes.ENRICHED_ARTICLE).withName("enriched"));
    return builder.build();
  }

  /**
   * The versions that are passed on again because of corrections. The source's name sorts after all
   * others, so that the other tasks keep their numbers: Streams numbers its tasks in that order and
   * keeps their stores by number.
   */
  private static KStream<String, StoryQuestion> corrected(
      StreamsBuilder builder,
      Function<ProcessorContext<String, StoryQuestion>, Tagging> taggings,
      Supplier<ArticleArchive> archives,
      EnrichMetrics meters) {
    StreamsProgress progress = meters.progress();
    return builder.stream(
            Topics.CORRECTIONS.name(),
            Consumed.with(Serdes.String(), ContractSerdes.TAG_CORRECTION)
                .withName("tag-corrections-said"))
        .process(progress.watched(CorrectionReader::new), Named.as("tag-corrections-by-article"))
        .repartition(Repartitioned.with(Serdes.String(), EVENT).withName("tag-corrections"))
        .process(
            progress.watched(() -> new CorrectionProcessor(taggings, archives, meters)),
            Named.as("correct"),
            EnrichStores.VERSIONS,
            EnrichStores.WAITING,
            EnrichStores.CORRECTIONS);
  }

  private static boolean isRemoval(@Nullable String id, @Nullable Article article) {
    return id != null && article == null;
  }
}
