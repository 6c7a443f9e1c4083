package io.keeling.verifier.workload;

import io.keeling.contract.article.Article;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Writes the record of one step.
 *
 * @param seed of the workload
 * @param step the step's number, from 1
 */
record StepWriter(long seed, int step) {

  /** When the first page was fetched; each step is a second later. */
  private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");

  /** The page of an address as an import sends it. */
  Step page(String host, String url, String html, Effect effect) {
    Page page =
        Page.builder(url, FetchPurpose.ARTICLE, "import", now(), trace())
            .body("text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8))
            .build();
    return step(Topics.PAGES.name(), host, page.body(), page.headers(), effect);
  }

  /** A record of {@code keeling.articles}. */
  Step article(String key, Article article, Effect effect) {
    Headers headers = traced();
    byte[] value = ContractSerdes.ARTICLE.serialize(Topics.ARTICLES.name(), headers, article);
    return step(Topics.ARTICLES.name(), key, value, headers, effect);
  }

  /** A record whose headers say nothing but its trace. */
  Step bare(String topic, String key, String value, Effect effect) {
    return step(topic, key, value.getBytes(StandardCharsets.UTF_8), traced(), effect);
  }

  private Step step(
      String topic, String key, byte @Nullable [] value, Headers headers, Effect effect) {
    return new Step(step, trace(), new ProducerRecord<>(topic, null, key, value, headers), effect);
  }

  private Headers traced() {
    Headers headers = new RecordHeaders();
    HeaderValues.put(headers, HeaderNames.TRACE, trace());
    return headers;
  }

  private String trace() {
    return "step-" + seed + "-" + step;
  }

  /** When the step's page was fetched. */
  Instant now() {
    return START.plusSeconds(step);
  }
}
