package io.keeling.app.trace;

import io.keeling.app.kafka.KafkaRecords;
import io.keeling.app.removal.ArticleTarget;
import io.keeling.app.trace.Sighting.FlowStep;
import io.keeling.contract.article.Article;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.removal.Removal;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.serde.JsonSerde;
import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Finds all records about an article in the topics, even if its page was never read as an article:
 * requests, fetched pages, readings, and the reasons why it got no further. Reads all topics from
 * their beginning, and changes nothing. Not for sharing between threads.
 */
public final class ArticleTrace {

  /**
   * Number of characters shown of a version: only one in four billion pairs of versions has these
   * characters in common.
   */
  private static final int VERSION_SHOWN = 8;

  private final KafkaConnection kafka;
  private final ArticleTarget target;
  private final List<Sighting> sightings = new ArrayList<>();

  /**
   * Traces of records about the article. Other records of these traces are about the article too.
   */
  private final Set<String> traces = new HashSet<>();

  public ArticleTrace(KafkaConnection kafka, ArticleTarget target) {
    this.kafka = kafka;
    this.target = target;
  }

  /** Returns all records about the article, in order of time. */
  public List<Sighting> look() {
    // Topics keyed by the article come first, as their traces are needed to find the other records.
    each(Topics.ARTICLES, ContractSerdes.ARTICLE, this::article);
    each(Topics.REMOVALS, ContractSerdes.REMOVAL, this::removal);
    each(Topics.CORRECTIONS, ContractSerdes.TAG_CORRECTION, this::correction);
    each(Topics.ENRICHED, ContractSerdes.ENRICHED_ARTICLE, this::enriched);
    each(Topics.FETCHES, ContractSerdes.FETCH_REQUEST, this::request);
    KafkaRecords.forEach(kafka, Topics.PAGES, this::page);
    each(Topics.DEAD_LETTERS, ContractSerdes.DEAD_LETTER, this::letter);
    sightings.sort(Sighting.BY_TIME);
    return List.copyOf(sightings);
  }

  private <T> void each(
      TopicSpec topic,
      JsonSerde<T> serde,
      BiConsumer<ConsumerRecord<byte[], byte[]>, @Nullable T> reader) {
    KafkaRecords.forEach(
        kafka,
        topic,
        record -> {
          try {
            reader.accept(record, serde.deserialize(record.topic(), record.value()));
          } catch (SerializationException e) {
            // The scan of dead letters finds the dead letter of this record.
          }
        });
  }

  private void article(ConsumerRecord<byte[], byte[]> record, @Nullable Article article) {
    if (article == null) {
      if (target.isId(KafkaRecords.key(record))) {
        String decision = HeaderValues.get(record.headers(), HeaderNames.REMOVAL);
        see(record, FlowStep.READ, decision == null ? "a record without a value" : decision);
      }
    } else if (target.matches(article)) {
      see(
          record,
          FlowStep.READ,
          "version %s of %s, fetched %s: %,d characters"
              .formatted(
                  start(article.version()),
                  article.canonicalUrl(),
                  article.fetchedAt(),
                  article.text().length()));
    }
  }

  private void removal(ConsumerRecord<byte[], byte[]> record, @Nullable Removal removal) {
    if (removal != null && target.isId(removal.id())) {
      see(
          record,
          FlowStep.DECIDED,
          (removal.removed() ? "taken down: " : "restored: ") + removal.reason());
    }
  }

  /** Omits the subject, which may quote the article. */
  private void correction(ConsumerRecord<byte[], byte[]> record, @Nullable TagCorrection said) {
    if (said != null && target.isId(said.article())) {
      see(
          record,
          FlowStep.SAID,
          "%s: %s%s".formatted(said.tag().code(), said.says(), said.holds() ? "" : ", taken back"));
    }
  }

  private void enriched(ConsumerRecord<byte[], byte[]> record, @Nullable EnrichedArticle enriched) {
    if (enriched == null) {
      if (target.isId(KafkaRecords.key(record))) {
        see(record, FlowStep.TAGGED, "taken down");
      }
    } else if (target.matches(enriched.article())) {
      see(
          record,
          FlowStep.TAGGED,
          "revision %d of version %s, climate %s, %d topics, %d names"
              .formatted(
                  enriched.revision(),
                  start(enriched.article().version()),
                  enriched.climate() == null
                      ? "not graded"
                      : enriched.climate().grade().name().toLowerCase(Locale.ROOT),
                  enriched.topics().size(),
                  enriched.names().size()));
    }
  }

  private void request(ConsumerRecord<byte[], byte[]> record, @Nullable FetchRequest request) {
    if (request != null && (target.isUrl(request.url()) || isTraced(record))) {
      see(
          record,
          request.requestedAt(),
          FlowStep.ASKED,
          "asked for as %s of source %s, try %d: %s"
              .formatted(
                  request.purpose().label(), request.sourceId(), request.attempt(), request.url()));
    }
  }

  private void page(ConsumerRecord<byte[], byte[]> record) {
    String asked = HeaderValues.get(record.headers(), HeaderNames.URL);
    String answered = HeaderValues.get(record.headers(), HeaderNames.FINAL_URL);
    boolean meant =
        (asked != null && target.isUrl(asked)) || (answered != null && target.isUrl(answered));
    if (!meant && !isTraced(record)) {
      return;
    }
    try {
      Page page = Page.of(record.headers(), record.value());
      see(record, page.fetchedAt(), FlowStep.FETCHED, outcome(page));
    } catch (IllegalArgumentException e) {
      see(record, FlowStep.FETCHED, "a page that cannot be read");
    }
  }

  private static String outcome(Page page) {
    String status = page.status() == 0 ? "" : " with status " + page.status();
    String problem = page.problem() == null ? "" : ": " + page.problem();
    return switch (page.outcome()) {
      case FETCHED ->
          "fetched%s, %,d bytes of %s".formatted(status, page.body().length, page.finalUrl());
      case DISALLOWED -> "refused by " + (page.problem() == null ? "robots.txt" : page.problem());
      default -> page.outcome().label() + status + problem;
    };
  }

  private void letter(ConsumerRecord<byte[], byte[]> record, @Nullable DeadLetter letter) {
    if (letter == null) {
      return;
    }
    String key = letter.origin().key();
    boolean meant =
        (letter.url() != null && target.isUrl(letter.url()))
            || (key != null && target.isId(key))
            || (letter.trace() != null && traces.contains(letter.trace()));
    if (meant) {
      see(
          record,
          letter.at(),
          FlowStep.without(letter.stage()),
          "not %s: %s, %s (keeling dead-letters show %d-%d)"
              .formatted(
                  switch (letter.stage()) {
                    case FETCH -> "fetched";
                    case READ -> "read";
                    case ENRICH -> "tagged";
                    case SINK -> "stored";
                  },
                  letter.reason(),
                  letter.message(),
                  record.partition(),
                  record.offset()));
    }
  }

  /** Returns the start of a version, enough to tell the versions of an article apart. */
  private static String start(String version) {
    return version.substring(0, Math.min(VERSION_SHOWN, version.length()));
  }

  private boolean isTraced(ConsumerRecord<byte[], byte[]> record) {
    String trace = HeaderValues.get(record.headers(), HeaderNames.TRACE);
    return trace != null && traces.contains(trace);
  }

  private void see(ConsumerRecord<byte[], byte[]> record, FlowStep step, String what) {
    see(record, Instant.ofEpochMilli(record.timestamp()), step, what);
  }

  private void see(ConsumerRecord<byte[], byte[]> record, Instant at, FlowStep step, String what) {
    String trace = HeaderValues.get(record.headers(), HeaderNames.TRACE);
    if (trace != null) {
      traces.add(trace);
    }
    sightings.add(
        new Sighting(
            at,
            step,
            record.topic().replaceFirst("^keeling\\.", ""),
            what,
            trace == null ? "" : trace));
  }
}
