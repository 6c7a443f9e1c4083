package io.keeling.ingest.fetch;

import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import io.keeling.ingest.fetch.http.Answer;
import io.keeling.ingest.fetch.http.Validators;
import io.keeling.reader.url.CanonicalUrl;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Hands a fetch to the partition responsible for its next site, through {@code keeling.fetches}:
 * sends the request again, with its progress in headers. So a redirect never makes one process
 * contact a site whose pauses another process keeps.
 */
final class FetchProgress {

  private FetchProgress() {}

  static ProducerRecord<String, byte[]> record(FetchJob job, Sites sites) {
    Headers headers = new RecordHeaders();
    byte[] value =
        ContractSerdes.FETCH_REQUEST.serialize(Topics.FETCHES.name(), headers, job.request);
    put(headers, HeaderNames.TRACE, job.trace);
    job.step().inject(headers);
    put(headers, HeaderNames.AT, job.page().text());
    put(headers, HeaderNames.REDIRECTS, Integer.toString(job.redirects()));
    CanonicalUrl robots = job.robots();
    Answer answer = job.robotsAnswer();
    if (robots != null) {
      put(headers, HeaderNames.ROBOTS_AT, robots.text());
      put(headers, HeaderNames.ROBOTS_REDIRECTS, Integer.toString(job.robotsRedirects()));
    } else if (answer != null) {
      put(headers, HeaderNames.ROBOTS_STATUS, Integer.toString(answer.status()));
      headers.add(HeaderNames.ROBOTS_BODY, answer.body());
    }
    String site = job.nextSite();
    return new ProducerRecord<>(Topics.FETCHES.name(), sites.partition(site), site, value, headers);
  }

  /** Continues a job where the process that handed it on left off. */
  static void resume(FetchJob job, Headers headers) {
    CanonicalUrl at = url(headers, HeaderNames.AT);
    if (at != null) {
      job.resume(
          at,
          number(headers, HeaderNames.REDIRECTS),
          url(headers, HeaderNames.ROBOTS_AT),
          number(headers, HeaderNames.ROBOTS_REDIRECTS));
    }
  }

  /** Returns the robots.txt response that another process received for the job, or null. */
  static @Nullable Answer robots(Headers headers) {
    Header body = headers.lastHeader(HeaderNames.ROBOTS_BODY);
    return body == null
        ? null
        : new Answer(
            number(headers, HeaderNames.ROBOTS_STATUS),
            null,
            null,
            null,
            Validators.NONE,
            null,
            body.value());
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable CanonicalUrl url(Headers headers, String name) {
    String value = HeaderValues.get(headers, name);
    return value == null ? null : CanonicalUrl.of(value).orElse(null);
  }

  private static int number(Headers headers, String name) {
    String value = HeaderValues.get(headers, name);
    return value != null && value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
  }
}
