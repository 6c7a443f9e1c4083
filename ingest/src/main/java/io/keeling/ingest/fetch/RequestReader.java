package io.keeling.ingest.fetch;

import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.ingest.config.WorkersConfig;
import io.keeling.ingest.fetch.http.Answer;
import io.keeling.reader.url.CanonicalUrl;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Turns records of {@code keeling.fetches} into jobs. Records that need no fetch are finished at
 * once. Not thread-safe.
 */
final class RequestReader {

  private final OffsetLedger ledger;
  private final ResultWriter results;
  private final FetchSteps steps;
  private final FetchMetrics metrics;
  private final InstantSource clock;

  /**
   * @param steps receives the robots.txt files that other processes fetched
   */
  RequestReader(
      OffsetLedger ledger,
      ResultWriter results,
      FetchSteps steps,
      FetchMetrics metrics,
      InstantSource clock) {
    this.ledger = ledger;
    this.results = results;
    this.steps = steps;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Returns a record's job; empty if the record is finished, too old or not a request. */
  Optional<FetchJob> read(ConsumerRecord<String, byte[]> record) {
    var partition = new TopicPartition(record.topic(), record.partition());
    if (!ledger.taken(partition, record.offset())) {
      return Optional.empty();
    }
    FetchRequest request;
    try {
      request = ContractSerdes.FETCH_REQUEST.deserialize(record.topic(), record.value());
    } catch (SerializationException e) {
      results.writeMalformed(record, e.getMessage());
      return Optional.empty();
    }
    Optional<CanonicalUrl> url =
        request == null ? Optional.empty() : CanonicalUrl.of(request.url());
    if (request == null || url.isEmpty()) {
      results.writeMalformed(record, "not an http or https address");
      return Optional.empty();
    }
    if (request.requestedAt().isBefore(clock.instant().minus(WorkersConfig.REQUEST_EXPIRY))) {
      metrics.expired();
      ledger.finished(partition, record.offset());
      return Optional.empty();
    }
    return Optional.of(job(record, partition, request, url.get()));
  }

  private FetchJob job(
      ConsumerRecord<String, byte[]> record,
      TopicPartition partition,
      FetchRequest request,
      CanonicalUrl url) {
    String trace = HeaderValues.get(record.headers(), HeaderNames.TRACE);
    FetchJob job =
        new FetchJob(
            request,
            url,
            url.host(),
            trace == null ? partition + "-" + record.offset() : trace,
            partition,
            record.offset());
    job.tells(metrics.begun(request, url.host(), record.headers(), clock.instant()));
    FetchProgress.resume(job, record.headers());
    Answer robots = FetchProgress.robots(record.headers());
    if (robots != null) {
      steps.learn(job, robots);
    }
    return job;
  }
}
