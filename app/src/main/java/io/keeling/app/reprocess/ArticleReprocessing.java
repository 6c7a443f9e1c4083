package io.keeling.app.reprocess;

import io.keeling.app.batch.OrderedParallel;
import io.keeling.app.batch.WithinDeadline;
import io.keeling.app.kafka.KafkaRecords;
import io.keeling.app.kafka.RecordAt;
import io.keeling.app.kafka.RecordPosition;
import io.keeling.app.removal.RemovedArticles;
import io.keeling.app.terminal.Progress;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.enrich.annotator.Annotation;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.annotator.AnnotatorResources;
import io.keeling.enrich.correction.HeldCorrections;
import io.keeling.enrich.correction.TagCorrector;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.deadline.TookTooLongException;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicScan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Compares the stored tags with those of the current annotator, and sends again the articles that
 * another enrichment tagged. For one thread.
 *
 * <p>If an article is sent, all its versions are sent, each once, in the order in which they were
 * fetched. They are sent in one transaction: consumers see all of them or none, so the newest
 * version is always the last. Sending twice is harmless: a version that enrich has already seen
 * with the current enrichment keeps its revision. If a live version overtakes a version sent here,
 * the latter is too late and is sent once more. Memory grows with the number of articles, not with
 * their size: about 500 bytes each.
 */
public final class ArticleReprocessing {

  /** Maximum number of rounds, each for articles that arrived during the round before. */
  private static final int MOST_ROUNDS = 5;

  private final KafkaConnection kafka;
  private final RecordSelection selection;
  private final AnnotatorResources resources;
  private final Progress progress;
  private final Map<String, VersionList> selected = new HashMap<>();
  private final Map<String, RecordPosition> tagged = new HashMap<>();
  private final StaleVersions stale;

  public ArticleReprocessing(
      KafkaConnection kafka,
      RecordSelection selection,
      AnnotatorResources resources,
      Progress progress) {
    this.kafka = kafka;
    this.selection = selection;
    this.resources = resources;
    this.progress = progress;
    this.stale = new StaleVersions(resources.version());
  }

  /** Counts what would change, and shows some changes. */
  ReprocessTally look(RecordDeadline deadline) {
    ReprocessTally tally = new ReprocessTally();
    select();
    compare(tally, new WithinDeadline<>(deadline, () -> new Annotator(resources)));
    untagged(tally);
    return tally;
  }

  private void untagged(ReprocessTally tally) {
    selected.keySet().stream()
        .filter(id -> !tagged.containsKey(id))
        .forEach(id -> tally.count(ReprocessOutcome.ADDED));
  }

  /**
   * Sends all versions of articles that are untagged, or of which another enrichment tagged some
   * versions.
   */
  ReprocessTally send(Resender resender) {
    ReprocessTally tally = new ReprocessTally();
    select();
    untagged(tally);
    for (String id : tagged.keySet()) {
      if (stale.contains(id)) {
        tally.count(ReprocessOutcome.ALIKE);
      } else {
        tally.count(ReprocessOutcome.SAME);
        selected.remove(id);
      }
    }
    sendSelected(resender);
    return tally;
  }

  /** Sends all versions of all selected articles. */
  ReprocessTally sendAll(Resender resender) {
    ReprocessTally tally = new ReprocessTally();
    select();
    selected.keySet().forEach(id -> tally.count(ReprocessOutcome.REBUILT));
    sendSelected(resender);
    return tally;
  }

  /**
   * Sends the selected articles. Articles of which a newer version arrived meanwhile are sent
   * again, as enrich drops the versions that the newer one overtook.
   */
  private void sendSelected(Resender resender) {
    for (int round = 0; round < MOST_ROUNDS && !selected.isEmpty(); round++) {
      Map<String, Instant> sent = new HashMap<>();
      selected.forEach((id, article) -> sent.put(id, article.newestFetch()));
      List<VersionList> articles = new ArrayList<>(selected.values());
      articles.sort(VersionList.BY_PLACE);
      try (RecordAt records = new RecordAt(kafka)) {
        for (VersionList article : articles) {
          resender.sendAgain(article, article.records(records));
          progress.step();
        }
      }
      resender.finish();
      selected.clear();
      collect();
      selected
          .entrySet()
          .removeIf(
              entry -> {
                Instant before = sent.get(entry.getKey());
                return before == null || !entry.getValue().newestFetch().isAfter(before);
              });
    }
  }

  private void select() {
    collect();
    selected.values().removeIf(article -> !article.isIn(selection));
    KafkaRecords.forEach(
        kafka,
        Topics.ENRICHED,
        record -> {
          String id = KafkaRecords.key(record);
          if (selected.containsKey(id)) {
            tagged.put(id, RecordPosition.of(record));
            stale.see(id, record);
          }
        });
  }

  /** Skips articles that are taken down, which enrich would drop. */
  private void collect() {
    RemovedArticles removed = new RemovedArticles();
    removed.read(
        kafka,
        (article, record) ->
            selected.computeIfAbsent(article.id(), id -> new VersionList()).add(article, record));
    selected.keySet().removeIf(removed::contains);
  }

  private boolean isOfToday(EnrichedArticle enriched) {
    return enriched.enrichment().version().equals(resources.version());
  }

  private record Comparison(EnrichedArticle before, @Nullable Annotation now, boolean inTime) {}

  private void compare(ReprocessTally tally, WithinDeadline<Annotator> tagging) {
    forEachTagged(
        enriched -> compared(enriched, tagging),
        comparison -> {
          progress.step();
          if (comparison.inTime()) {
            count(tally, comparison.before(), comparison.now());
          } else {
            tally.count(ReprocessOutcome.TOO_SLOW);
          }
        });
  }

  private Comparison compared(EnrichedArticle enriched, WithinDeadline<Annotator> tagging) {
    if (isOfToday(enriched)) {
      return new Comparison(enriched, null, true);
    }
    try {
      Annotation now =
          tagging.run(
              null,
              annotator ->
                  // The same steps as in enrich.
                  new TagCorrector(annotator::knowsTopic)
                      .correct(
                          annotator.annotate(enriched.article()),
                          enriched.article(),
                          HeldCorrections.of(enriched)));
      return new Comparison(enriched, now, true);
    } catch (TookTooLongException e) {
      return new Comparison(enriched, null, false);
    }
  }

  private static void count(
      ReprocessTally tally, EnrichedArticle before, @Nullable Annotation now) {
    if (now == null) {
      tally.count(ReprocessOutcome.SAME);
      return;
    }
    boolean alike =
        now.names().equals(before.names())
            && now.countries().equals(before.countries())
            && now.climate().equals(before.climate())
            && now.topics().equals(before.topics());
    tally.count(alike ? ReprocessOutcome.ALIKE : ReprocessOutcome.CHANGED);
    if (!alike && tally.wantsExample()) {
      List<String> changes =
          LineDiff.of(
              ComparedLines.tags(
                  before.climate(), before.topics(), before.countries(), before.names()),
              ComparedLines.tags(now.climate(), now.topics(), now.countries(), now.names()));
      tally.example(
          before.article().canonicalUrl(),
          changes.isEmpty() ? List.of("only the places of mentions or evidence differ") : changes);
    }
  }

  /** Reads the current record of each selected article, in the order of the topic. */
  private <T> void forEachTagged(
      java.util.function.Function<EnrichedArticle, T> work,
      java.util.function.Consumer<T> results) {
    try (TopicScan scan = new TopicScan(kafka, Topics.ENRICHED.name(), null)) {
      Iterator<EnrichedArticle> current =
          StreamSupport.stream(Spliterators.spliteratorUnknownSize(scan, 0), false)
              .filter(this::isCurrent)
              .map(record -> KafkaRecords.value(ContractSerdes.ENRICHED_ARTICLE, record))
              .filter(Objects::nonNull)
              .iterator();
      new OrderedParallel().map(current, work, results);
    }
  }

  private boolean isCurrent(ConsumerRecord<byte[], byte[]> record) {
    return RecordPosition.of(record).equals(tagged.get(KafkaRecords.key(record)));
  }
}
