package io.keeling.ingest.frontier;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.RecordOrigin;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.frontier.event.LinkFound;
import io.keeling.ingest.frontier.state.LinkState;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Writes dead letters for fetches that are given up and for links that are not followed. */
final class DeadLetterWriter {

  /** Offset of a request that is in no topic, as the contract defines it. */
  private static final long NO_OFFSET = -1;

  private DeadLetterWriter() {}

  /** Whether a fetch failed for any reason but rate limiting. */
  static boolean failedForGood(Page page) {
    FetchOutcome outcome = page.outcome();
    return outcome != FetchOutcome.FETCHED
        && outcome != FetchOutcome.NOT_MODIFIED
        && outcome != FetchOutcome.RATE_LIMITED;
  }

  /**
   * Returns the dead letter of a page. Its origin is a request for the page, so that a replay
   * fetches it again.
   *
   * @param link what is known of the link, if anything
   * @param metadata position of the page's record; the dead letter's origin gets its partition
   *     number
   */
  static DeadLetter givenUp(
      String host,
      Page page,
      @Nullable LinkState link,
      Optional<RecordMetadata> metadata,
      Instant now) {
    int tries = link == null ? page.attempt() : link.failures() + 1;
    String problem = page.problem() == null ? page.outcome().label() : page.problem();
    return letter(
        host,
        page.outcome().label(),
        problem + (tries > 1 ? ", after " + tries + " tries" : ""),
        new FetchRequest(page.url(), page.purpose(), page.sourceId(), now, 1, null, null),
        page.trace(),
        metadata);
  }

  /**
   * Returns the dead letter of a link left out. Of several links left out for the same reason, only
   * the first gets a dead letter. A replay fetches this link.
   */
  static DeadLetter leftOut(
      String host,
      LinkFound link,
      String reason,
      String message,
      Optional<RecordMetadata> metadata,
      Instant now) {
    FetchRequest request =
        new FetchRequest(link.url(), link.purpose(), link.sourceId(), now, 1, null, null);
    return letter(host, reason, message, request, link.trace(), metadata);
  }

  private static DeadLetter letter(
      String host,
      String reason,
      String message,
      FetchRequest request,
      String trace,
      Optional<RecordMetadata> metadata) {
    Headers headers = new RecordHeaders();
    String fetches = Topics.FETCHES.name();
    byte[] payload =
        Objects.requireNonNull(ContractSerdes.FETCH_REQUEST.serialize(fetches, headers, request));
    int partition = metadata.map(RecordMetadata::partition).orElse(0);
    RecordOrigin origin = new RecordOrigin(fetches, partition, NO_OFFSET, host);
    Map<String, String> texts =
        Map.of(
            HeaderNames.SCHEMA,
            String.valueOf(HeaderValues.get(headers, HeaderNames.SCHEMA)),
            HeaderNames.TRACE,
            trace);
    return DeadLetter.builder(Stage.FETCH, reason, message, origin, request.requestedAt())
        .about(request.sourceId(), request.url())
        .trace(trace)
        .content(texts, payload)
        .build();
  }
}
