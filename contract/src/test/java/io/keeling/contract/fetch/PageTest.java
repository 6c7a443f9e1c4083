package io.keeling.contract.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  private static final byte[] BODY = "<p>söme words".getBytes(StandardCharsets.ISO_8859_1);

  @ParameterizedTest
  @EnumSource
  void aPageComesBackFromItsHeaders(FetchOutcome outcome) {
    Page page = page(outcome, FetchPurpose.ARTICLE, "\"ä\"", 300L);

    assertThat(Page.of(page.headers(), BODY)).isEqualTo(page);
  }

  @ParameterizedTest
  @EnumSource
  void everyPurposeComesBack(FetchPurpose purpose) {
    Page page = page(FetchOutcome.FETCHED, purpose, null, null);

    assertThat(Page.of(page.headers(), BODY)).isEqualTo(page);
  }

  @Test
  void aRecordWithoutValueIsAPageWithoutBytes() {
    Page page = page(FetchOutcome.NOT_MODIFIED, FetchPurpose.FEED, null, null);

    assertThat(Page.of(page.headers(), null).body()).isEmpty();
  }

  @Test
  void whatIsNotKnownHasNoHeader() {
    Headers headers = page(FetchOutcome.FETCHED, FetchPurpose.FEED, null, null).headers();

    assertThat(headers.lastHeader(HeaderNames.ETAG)).isNull();
    assertThat(headers.lastHeader(HeaderNames.MAX_AGE)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        HeaderNames.URL,
        HeaderNames.FINAL_URL,
        HeaderNames.PURPOSE,
        HeaderNames.SOURCE,
        HeaderNames.OUTCOME,
        HeaderNames.STATUS,
        HeaderNames.FETCHED_AT,
        HeaderNames.ATTEMPT,
        HeaderNames.TRACE
      })
  void aMissingHeaderIsNamed(String name) {
    Headers headers = page(FetchOutcome.FETCHED, FetchPurpose.FEED, null, null).headers();
    headers.remove(name);

    assertThatThrownBy(() -> Page.of(headers, BODY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the record has no header " + name);
  }

  @ParameterizedTest
  @CsvSource({
    HeaderNames.PURPOSE + ",secret",
    HeaderNames.OUTCOME + ",secret",
    HeaderNames.STATUS + ",secret",
    HeaderNames.FETCHED_AT + ",secret",
    HeaderNames.ATTEMPT + ",secret",
    HeaderNames.RETRY_AT + ",secret",
    HeaderNames.MAX_AGE + ",secret"
  })
  void anUnreadableHeaderIsNamedAndNotQuoted(String name, String value) {
    Headers headers = page(FetchOutcome.FETCHED, FetchPurpose.FEED, null, null).headers();
    HeaderValues.put(headers, name, value);

    assertThatThrownBy(() -> Page.of(headers, BODY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the record's header " + name + " cannot be read");
  }

  @Test
  void aPageIsNamedWithoutItsBytes() {
    assertThat(page(FetchOutcome.FETCHED, FetchPurpose.FEED, null, null))
        .hasToString("Page[https://example.org/a fetched 200 13 bytes]");
  }

  @Test
  void theLastHeaderOfANameCountsAndPutReplacesAll() {
    Headers headers = new RecordHeaders();
    headers.add("name", "first".getBytes(StandardCharsets.UTF_8));
    headers.add("name", "last".getBytes(StandardCharsets.UTF_8));
    assertThat(HeaderValues.get(headers, "name")).isEqualTo("last");

    HeaderValues.put(headers, "name", "only");
    assertThat(headers.headers("name")).hasSize(1);

    HeaderValues.put(headers, "name", null);
    assertThat(HeaderValues.get(headers, "name")).isNull();
  }

  private static Page page(FetchOutcome outcome, FetchPurpose purpose, String etag, Long maxAge) {
    return Page.builder(
            "https://example.org/a",
            purpose,
            "example",
            Instant.parse("2026-11-24T10:00:00.123Z"),
            "trace-1")
        .finalUrl("https://www.example.org/a")
        .outcome(outcome, 200)
        .attempt(2)
        .body("text/html; charset=utf-8", BODY)
        .validators(etag, etag == null ? null : "Tue, 24 Nov 2026 09:00:00 GMT")
        .retryAt(etag == null ? null : Instant.parse("2026-11-24T11:00:00Z"))
        .maxAgeSeconds(maxAge)
        .problem(etag == null ? null : "näher besehen")
        .link(etag == null ? null : "<https://hub.example/>; rel=hub")
        .build();
  }
}
