package io.keeling.ingest.frontier.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.reader.url.CanonicalUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkShapeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/ /",
        "/events/2026-11-26 /events/0",
        "/events/2026/11/26 /events/0/0/0",
        "/events/month/2026-11/ /events/a/0/",
        "/calendar?month=11&year=2026 /a?month&year",
        "/calendar?year=1&month=1&month=2 /a?month&year",
        "/shop/list?color=red&page=3&size=9 /shop/a?color&page&size",
        "/news/2026/11/rivers-fall-for-third-week /news/0/0/s",
        "/news/article12345 /news/x",
        "/a1b2c3/day /x/a",
        "/a/b/c/d/e/f/g/h/i/j/k /a/a/a/a/a/a/a/a",
      })
  void addressesOfOneKindHaveOneShape(String path, String shape) {
    assertThat(LinkShape.of(CanonicalUrl.of("https://news.example" + path).orElseThrow()))
        .isEqualTo(shape);
  }
}
