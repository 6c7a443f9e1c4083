package io.keeling.app.reprocess;

import io.keeling.app.batch.OrderedParallel;
import io.keeling.app.kafka.RecordAt;
import io.keeling.app.kafka.TopicScan;
import io.keeling.app.terminal.Progress;
import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.KafkaConnection;
import io.keeling.contract.topic.Topics;
import io.keeling.enrich.annotator.Annotation;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.annotator.AnnotatorResources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Compares the stored tags with those that today's annotator gives, and sends articles again that
 * another enrichment tagged. For one thread.
 *
 * <p>Of an article that is sent, every version is, each once, in the order in which they were
 * fetched and in one transaction: whoever reads sees all of them or none, so the last one always
 * has the last word. Enrich passes on nothing that it has seen at its present enrichment, so
 * sending twice is harmless, and what a live version overtakes is late. Memory grows with the
 * number of articles, not with their size: some 500 bytes each.
 */
public final class ArticleReprocessing {

  private final KafkaConnection kafka;
  private final Selection selection;
  private final AnnotatorResources resources;
  private final Progress progress;
  private final Map<String, VersionList> selected = new HashMap<>();
  private final Map<String, Place> tagged = new HashMap<>();

  public ArticleReprocessing(
      KafkaConnection kafka, Selection selection, AnnotatorResources resources, Progress progress) {
    this.kafka = kafka;
    this.selection = selection;
    this.resources = resources;
    this.progress = progress;
  }

  /** Finds out what would change, and shows some of it. */
  Tally look() {
    Tally tally = new Tally();
    select();
    compare(tally, ThreadLocal.withInitial(() -> new Annotator(resources)));
    untagged(tally);
    return tally;
  }

  private void untagged(Tally tally) {
    selected.keySet().stream()
        .filter(id -> !tagged.containsKey(id))
        .forEach(id -> tally.count(Outcome.ADDED));
  }

  /** Sends every version of what another enrichment tagged, or none yet. */
  Tally send(Resender resender) {
    Tally tally = new Tally();
    select();
    forEachTagged(
        enriched -> enriched,
        enriched -> {
          if (isOfToday(enriched)) {
            tally.count(Outcome.SAME);
            selected.remove(enriched.article().id());
          } else {
            tally.count(Outcome.ALIKE);
          }
        });
    untagged(tally);
    List<VersionList> articles = new ArrayList<>(selected.values());
    articles.sort(VersionList.BY_PLACE);
    try (RecordAt records = new RecordAt(kafka)) {
      for (VersionList article : articles) {
        resender.send(article.records(records));
        progress.step();
      }
    }
    resender.finish();
    return tally;
  }

  private void select() {
    try (TopicScan scan = new TopicScan(kafka, Topics.ARTICLES.name(), null)) {
      scan.forEachRemaining(
          record -> {
            Article article = StoredValues.read(ContractSerdes.ARTICLE, record);
            if (article != null) {
              selected.computeIfAbsent(article.id(), id -> new VersionList()).add(article, record);
            }
          });
    }
    selected.values().removeIf(article -> !article.isIn(selection));
    try (TopicScan scan = new TopicScan(kafka, Topics.ENRICHED.name(), null)) {
      scan.forEachRemaining(
          record -> {
            String id = VersionList.key(record);
            if (selected.containsKey(id)) {
              tagged.put(id, Place.of(record));
            }
          });
    }
  }

  private boolean isOfToday(EnrichedArticle enriched) {
    return enriched.enrichment().version().equals(resources.version());
  }

  private record Comparison(EnrichedArticle before, Annotation now) {}

  private void compare(Tally tally, ThreadLocal<Annotator> annotators) {
    forEachTagged(
        enriched ->
            new Comparison(
                enriched,
                isOfToday(enriched) ? null : annotators.get().annotate(enriched.article())),
        comparison -> {
          progress.step();
          count(tally, comparison.before(), comparison.now());
        });
  }

  private static void count(Tally tally, EnrichedArticle before, Annotation now) {
    if (now == null) {
      tally.count(Outcome.SAME);
      return;
    }
    boolean alike =
        now.names().equals(before.names())
            && now.countries().equals(before.countries())
            && now.climate().equals(before.climate())
            && now.topics().equals(before.topics());
    tally.count(alike ? Outcome.ALIKE : Outcome.CHANGED);
    if (!alike && tally.wantsExample()) {
      List<String> changes =
          LineDiff.of(
              TagLines.of(before.climate(), before.topics(), before.countries(), before.names()),
              TagLines.of(now.climate(), now.topics(), now.countries(), now.names()));
      tally.example(
          before.article().canonicalUrl(),
          changes.isEmpty() ? List.of("only the places of mentions or evidence differ") : changes);
    }
  }

  /** The current state of each selected article that has one, in the order of the topic. */
  private <T> void forEachTagged(
      java.util.function.Function<EnrichedArticle, T> work,
      java.util.function.Consumer<T> results) {
    try (TopicScan scan = new TopicScan(kafka, Topics.ENRICHED.name(), null)) {
      Iterator<EnrichedArticle> current =
          StreamSupport.stream(Spliterators.spliteratorUnknownSize(scan, 0), false)
              .filter(this::isCurrent)
              .map(record -> StoredValues.read(ContractSerdes.ENRICHED_ARTICLE, record))
              .filter(Objects::nonNull)
              .iterator();
      new OrderedParallel().map(current, work, results);
    }
  }

  private boolean isCurrent(ConsumerRecord<byte[], byte[]> record) {
    return Place.of(record).equals(tagged.get(VersionList.key(record)));
  }
}
