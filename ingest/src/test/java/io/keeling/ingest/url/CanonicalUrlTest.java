package io.keeling.ingest.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "HTTP://Example.ORG:80/a/../b http://example.org/b",
        "https://example.org https://example.org/",
        "https://example.org:443/?utm_source=x&fbclid=1 https://example.org/",
        "https://example.org/a?b=2&a=1#part https://example.org/a?b=2&a=1",
        "https://example.org:8443/a/ https://example.org:8443/a/",
        "https://user:secret@example.org/a https://example.org/a",
        "https://example.org./a https://example.org/a",
        "https://bücher.example/ä https://xn--bcher-kva.example/%C3%A4",
        "https://example.org/%7euser/%c3%a4 https://example.org/~user/%C3%A4",
        "https://example.org/a|b https://example.org/a%7Cb",
        "https://example.org/100% https://example.org/100%25",
        "https://example.org/a;jsessionid=1F?x=1 https://example.org/a?x=1",
        "https://example.org/./a/./b/.. https://example.org/a/",
        "https://example.org\\evil https://example.org/evil",
        "http://[2001:DB8::1]/a http://[2001:db8::1]/a",
      })
  void anAddressHasOneForm(String written, String canonical) {
    assertThat(CanonicalUrl.of(written)).map(CanonicalUrl::text).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "news",
        "/a",
        "//example.org/a",
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "mailto:a@example.org",
        "http://",
        "http:///a",
        "http://a..b/",
        "http://example.org:99999/",
        "http://exa mple.org/",
        "http://-/",
        "http://[::1"
      })
  void whatIsNoWebAddressIsNone(String written) {
    assertThat(CanonicalUrl.of(written)).isEmpty();
  }

  @Test
  void lineBreaksInAnAddressAreIgnoredAsBrowsersDo() {
    assertThat(CanonicalUrl.of(" https://exam\nple.org/a\r\n"))
        .map(CanonicalUrl::text)
        .contains("https://example.org/a");
  }

  @Test
  void referencesAreResolvedAgainstThePage() {
    CanonicalUrl page = CanonicalUrl.of("https://example.org/news/today?x=1").orElseThrow();

    assertThat(page.resolve("../a b"))
        .map(CanonicalUrl::text)
        .contains("https://example.org/a%20b");
    assertThat(page.resolve("//cdn.example/x")).map(CanonicalUrl::host).contains("cdn.example");
    assertThat(page.resolve("javascript:void(0)")).isEmpty();
    assertThat(page.resolve("file:///etc/passwd")).isEmpty();
  }

  @Property(tries = 500)
  void canonicalIsAFixedPoint(@ForAll String path) {
    Optional<CanonicalUrl> once = CanonicalUrl.of("https://example.org/" + path);
    once.ifPresent(url -> assertThat(CanonicalUrl.of(url.text())).contains(url));
  }
}
