package io.keeling.ingest.topology;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.deadletter.Origin;
import io.keeling.contract.deadletter.Stage;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.serde.HeaderNames;
import io.keeling.contract.serde.HeaderValues;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Makes dead letters of records that cannot be processed. Stateless. */
final class DeadLetters {

  private DeadLetters() {}

  static Origin origin(Optional<RecordMetadata> metadata, @Nullable String key) {
    RecordMetadata place =
        metadata.orElseThrow(() -> new IllegalStateException("no record is being processed"));
    return new Origin(place.topic(), place.partition(), place.offset(), key);
  }

  static DeadLetter of(
      Stage stage,
      String reason,
      String message,
      @Nullable String exception,
      Origin origin,
      @Nullable Page page,
      Headers headers,
      byte @Nullable [] payload,
      Instant at) {
    Map<String, String> texts = new HashMap<>();
    headers.forEach(
        h -> {
          if (h.value() != null) {
            texts.put(h.key(), new String(h.value(), StandardCharsets.UTF_8));
          }
        });
    return new DeadLetter(
        stage,
        reason,
        message,
        exception,
        origin,
        page == null ? texts.get(HeaderNames.SOURCE) : page.sourceId(),
        page == null ? texts.get(HeaderNames.URL) : page.url(),
        HeaderValues.get(headers, HeaderNames.TRACE),
        at,
        texts,
        payload);
  }
}
