package io.keeling.app.reprocess;

import io.keeling.app.batch.OrderedParallel;
import io.keeling.app.batch.WithinDeadline;
import io.keeling.app.kafka.KafkaRecords;
import io.keeling.app.kafka.RecordAt;
import io.keeling.app.kafka.RecordPosition;
import io.keeling.app.terminal.Progress;
import io.keeling.contract.article.Article;
import io.keeling.contract.article.ArticleIds;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.repetition.RepeatedTexts;
import io.keeling.reader.ArticleReader;
import io.keeling.reader.RawPage;
import io.keeling.reader.Reading;
import io.keeling.reader.url.CanonicalUrl;
import io.keeling.reader.url.Domains;
import io.keeling.runtime.deadline.RecordDeadline;
import io.keeling.runtime.deadline.RecordPlace;
import io.keeling.runtime.deadline.TookTooLongException;
import io.keeling.runtime.kafka.KafkaConnection;
import io.keeling.runtime.kafka.TopicScan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the stored pages with the current reader, compares the results with the stored articles,
 * and sends again the pages that give another result. For one thread.
 *
 * <p>Of each article, only the page that was fetched last is read, as it gives the current text.
 * Older pages could briefly restore old text, and their versions are stored anyway. Ingest itself
 * decides what is a new version, so a page that is sent twice, or overtaken by a live fetch,
 * changes nothing. Memory grows with the number of articles, not with their size: about 400 bytes
 * each.
 */
public final class PageReprocessing {

  private final KafkaConnection kafka;
  private final RecordSelection selection;
  private final Map<String, String> outlets;
  private final Progress progress;
  private final WithinDeadline<ArticleReader> reading;
  private final RepeatedTexts repeated;
  private final Map<String, ReadPage> read = new HashMap<>();
  private int tooSlow;
  private final Map<String, StoredVersions> stored = new HashMap<>();

  public PageReprocessing(
      KafkaConnection kafka,
      RecordSelection selection,
      Map<String, String> outlets,
      IngestConfig config,
      Progress progress) {
    this.kafka = kafka;
    this.selection = selection;
    this.outlets = Map.copyOf(outlets);
    this.repeated = RepeatedTexts.inMemory();
    this.reading = new WithinDeadline<>(new RecordDeadline(), ArticleReader::new);
    this.progress = progress;
  }

  ReprocessTally look() {
    ReprocessTally tally = new ReprocessTally();
    classify(tally, true);
    return tally;
  }

  ReprocessTally send(Resender resender) {
    ReprocessTally tally = new ReprocessTally();
    Set<RecordPosition> places = classify(tally, false);
    try (TopicScan scan = new TopicScan(kafka, Topics.PAGES.name(), selection.since())) {
      scan.forEachRemaining(
          record -> {
            if (places.contains(RecordPosition.of(record))) {
              resender.send(List.of(record));
            }
          });
    }
    resender.finish();
    return tally;
  }

  private Set<RecordPosition> classify(ReprocessTally tally, boolean examples) {
    readPages();
    for (int i = 0; i < tooSlow; i++) {
      tally.count(ReprocessOutcome.TOO_SLOW);
    }
    findStored();
    Set<RecordPosition> toSend = new HashSet<>();
    try (RecordAt records = new RecordAt(kafka)) {
      read.forEach(
          (id, page) -> {
            ReprocessOutcome outcome = outcome(page, stored.get(id));
            tally.count(outcome);
            if (outcome == ReprocessOutcome.CHANGED || outcome == ReprocessOutcome.ADDED) {
              toSend.add(page.place());
            }
            if (examples && outcome == ReprocessOutcome.CHANGED && tally.wantsExample()) {
              example(tally, records, page.place(), Objects.requireNonNull(stored.get(id)).place());
            }
          });
    }
    return toSend;
  }

  private static ReprocessOutcome outcome(ReadPage page, @Nullable StoredVersions stored) {
    if (page.version() == null) {
      return stored == null ? ReprocessOutcome.NOTHING : ReprocessOutcome.LOST;
    }
    if (stored == null) {
      return ReprocessOutcome.ADDED;
    }
    if (page.version().equals(stored.current())) {
      return ReprocessOutcome.SAME;
    }
    return stored.isNews(page.version(), page.fetchedAt())
        ? ReprocessOutcome.CHANGED
        : ReprocessOutcome.OLDER;
  }

  private void readPages() {
    try (TopicScan scan = new TopicScan(kafka, Topics.PAGES.name(), selection.since())) {
      Iterator<StoredPage> pages =
          StreamSupport.stream(Spliterators.spliteratorUnknownSize(scan, 0), false)
              .map(StoredPage::of)
              .filter(Objects::nonNull)
              .filter(stored -> selection.accepts(stored.page().sourceId()))
              .iterator();
      new OrderedParallel().map(pages, this::read, this::remember);
    }
  }

  /** A record with a fetched article's page. */
  private record StoredPage(String host, Page page, RecordPosition place) {

    static @Nullable StoredPage of(ConsumerRecord<byte[], byte[]> record) {
      try {
        Page page = Page.of(record.headers(), record.value());
        return page.outcome() == FetchOutcome.FETCHED && page.purpose() == FetchPurpose.ARTICLE
            ? new StoredPage(KafkaRecords.key(record), page, RecordPosition.of(record))
            : null;
      } catch (IllegalArgumentException e) {
        return null; // It has a dead letter already.
      }
    }
  }

  private record Result(StoredPage stored, @Nullable Reading reading) {}

  private Result read(StoredPage stored) {
    return new Result(stored, read(stored.page(), stored.place()));
  }

  /**
   * Reads a page again; null if reading takes too long, a case in which ingest writes a dead
   * letter.
   */
  private @Nullable Reading read(Page page, RecordPosition place) {
    RawPage raw = raw(page);
    RecordPlace record = new RecordPlace(Topics.PAGES.name(), place.partition(), place.offset());
    try {
      return reading.run(record, reader -> reader.read(raw));
    } catch (TookTooLongException e) {
      return null;
    }
  }

  private RawPage raw(Page page) {
    String name = outlets.get(page.sourceId());
    Outlet outlet =
        name == null
            ? null
            : CanonicalUrl.of(page.finalUrl())
                .map(url -> new Outlet(page.sourceId(), name, Domains.outlet(url)))
                .orElse(null);
    return new RawPage(page.body(), page.contentType(), page.finalUrl(), outlet, page.fetchedAt());
  }

  private void remember(Result result) {
    progress.step();
    StoredPage stored = result.stored();
    Page page = stored.page();
    if (result.reading() == null) {
      tooSlow++;
      return;
    }
    if (repeated.check(stored.host(), result.reading()) instanceof Reading.Readable readable) {
      Article article = readable.article();
      ReadPage now = new ReadPage(article.version(), page.fetchedAt(), stored.place());
      read.merge(article.id(), now, ReadPage::newest);
    } else {
      String url = CanonicalUrl.of(page.finalUrl()).map(CanonicalUrl::text).orElse(page.finalUrl());
      ReadPage now = new ReadPage(null, page.fetchedAt(), stored.place());
      read.merge(ArticleIds.id(url), now, ReadPage::newest);
    }
  }

  private void findStored() {
    KafkaRecords.forEach(
        kafka,
        Topics.ARTICLES,
        record -> {
          if (!read.containsKey(KafkaRecords.key(record))) {
            return;
          }
          Article article = KafkaRecords.value(ContractSerdes.ARTICLE, record);
          if (article != null) {
            stored
                .computeIfAbsent(article.id(), id -> new StoredVersions())
                .add(article.version(), article.fetchedAt(), RecordPosition.of(record));
          }
        });
  }

  private void example(
      ReprocessTally tally,
      RecordAt records,
      RecordPosition pagePlace,
      RecordPosition articlePlace) {
    var page = records.read(Topics.PAGES.name(), pagePlace.partition(), pagePlace.offset());
    var old = records.read(Topics.ARTICLES.name(), articlePlace.partition(), articlePlace.offset());
    if (page == null || old == null) {
      return; // Retention has removed one of them.
    }
    Article before = KafkaRecords.value(ContractSerdes.ARTICLE, old);
    Reading now = read(Page.of(page.headers(), page.value()), pagePlace);
    if (before != null && now instanceof Reading.Readable readable) {
      tally.example(
          before.canonicalUrl(),
          LineDiff.of(ComparedLines.text(before), ComparedLines.text(readable.article())));
    }
  }
}
