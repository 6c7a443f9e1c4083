package io.keeling.reader.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
        "http://[2001:db8:0:0:1:0:0:0001]/ http://[2001:db8::1:0:0:1]/",
        "http://[0:0:0:0:0:0:0:0]/ http://[::]/",
        "http://[0:0:0:0:0:0:0:1]:8080/ http://[::1]:8080/",
        "http://[fe80:0:1:0:0:0:0:0]/ http://[fe80:0:1::]/",
        "http://[::ffff:127.0.0.1]/ http://127.0.0.1/",
        "http://[64:ff9b::10.0.0.1]/ http://[64:ff9b::a00:1]/",
        "http://2130706433/ http://127.0.0.1/",
        "http://0x7f.1/ http://127.0.0.1/",
        "http://0177.0.0.01/ http://127.0.0.1/",
        "http://127.0.0.1./ http://127.0.0.1/",
        "http://１２７．０．０．１/ http://127.0.0.1/",
        "http://BÜCHER。example/ http://xn--bcher-kva.example/",
        "http://faß.example/ http://xn--fa-hia.example/",
        "http://XN--BCHER-KVA.example/ http://xn--bcher-kva.example/",
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
        "http://[::1",
        "http://[::1%25eth0]/",
        "http://[1.2.3.4]/",
        "http://[.:1]/",
        "http://[1:2:3]/",
        "http://256.0.0.1/",
        "http://1.2.3.4.5/",
        "http://4294967296/",
        "http://09.0.0.1/"
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
    assertThat(page.resolve("?page=2"))
        .map(CanonicalUrl::text)
        .contains(page.text().replaceFirst("\\?.*", "") + "?page=2");
    assertThat(page.resolve("javascript:void(0)")).isEmpty();
    assertThat(page.resolve("file:///etc/passwd")).isEmpty();
  }

  @Test
  void aHostThatIsTooLongIsNone() {
    assertThat(CanonicalUrl.of("http://" + "é".repeat(1_500) + "/")).isEmpty();
    assertThat(CanonicalUrl.of("http://é" + "a".repeat(2_000) + "/")).isEmpty();
    assertThat(CanonicalUrl.of("http://x.example/").orElseThrow().resolve("//" + "é".repeat(1_500)))
        .isEmpty();
  }

  @Test
  void whatIsNoAddressForItsLengthIsNotLookedThrough() {
    String blank = " ".repeat(3_000) + "http://x.example/a";

    assertThat(CanonicalUrl.of(blank)).map(CanonicalUrl::text).contains("http://x.example/a");
    assertThat(CanonicalUrl.of(" ".repeat(9_000) + "http://x.example/a")).isEmpty();
    assertThat(CanonicalUrl.of("http://x.example/").orElseThrow().resolve("/" + " ".repeat(9_000)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://x.example/a?%75tm_source=b&c=1, http://x.example/a?c=1",
    "http://x.example/a;%73id=b, http://x.example/a",
    "http://x.example/a?utm%5Fsource=b, http://x.example/a"
  })
  void whatTracksIsTakenOutHoweverItIsWritten(String address, String canonical) {
    assertThat(CanonicalUrl.of(address)).map(CanonicalUrl::text).contains(canonical);
  }

  /** Other ones in each run; a failure names its own. */
  static LongStream seeds() {
    return new Random().longs(500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void canonicalIsAFixedPoint(long seed) {
    Optional<CanonicalUrl> once = CanonicalUrl.of("https://example.org/" + path(new Random(seed)));
    once.ifPresent(url -> assertThat(CanonicalUrl.of(url.text())).contains(url));
  }

  /**
   * Up to 40 characters of any plane, or those that mean something, or what is dropped; or none.
   */
  private static String path(Random random) {
    String meaning = "/.;?&=#%\\+~:@|ab2fF \t";
    List<String> dropped = List.of("utm_a=b", "gclid=", ";sid=", "%75tm_", "%3Bsid%3D", "/..");
    StringBuilder path = new StringBuilder();
    for (int left = random.nextInt(41); left > 0; left--) {
      if (random.nextInt(4) == 0) {
        path.append(dropped.get(random.nextInt(dropped.size())));
      } else if (random.nextBoolean()) {
        path.append(meaning.charAt(random.nextInt(meaning.length())));
      } else {
        path.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
      }
    }
    return path.toString();
  }
}
