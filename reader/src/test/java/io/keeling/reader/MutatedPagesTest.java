package io.keeling.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Breaks pages of real shapes at random and reads them, for as long as {@code -Dkeeling.mutate}
 * says: half a minute by default, in {@code mvn verify}, and always the same pages. Those of
 * another {@code -Dkeeling.seed} are for a search by hand. A page that breaks the reader is left in
 * {@code target}; its shape belongs among the tests, as a page of ours.
 */
class MutatedPagesTest {

  private static final Duration DURATION =
      Duration.parse(System.getProperty("keeling.mutate", "PT30S"));

  /**
   * Of the reading thread's processor, for each byte: a second for a megabyte, several times what
   * jsoup takes to parse one. What grows faster than the page shows on the large ones.
   */
  private static final long NANOS_PER_BYTE = 1_000;

  /** For pages of any size, which a machine that is busy takes for the smallest. */
  private static final long NANOS_FOR_ANY = Duration.ofMillis(200).toNanos();

  /** The least of so many readings counts: what runs beside may take the processor's caches. */
  private static final int READINGS = 4;

  /** Mutations add up; a page that is larger is not mutated further. */
  private static final int LARGEST = 1_000_000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final Path BROKEN = Path.of("target", "broken-page.html");
  private static final String URL = "https://press.example/news/a";

  private static final List<String> SHAPES =
      List.of(
          "news-site.html",
          "table-layout.html",
          "live-blog.html",
          "german-blog.html",
          "only-json.html",
          "paywall.html",
          "split-body.html",
          "consent-wall.html",
          "not-found.html");

  private static final List<Charset> CHARSETS =
      Stream.of(
              "UTF-8",
              "UTF-16LE",
              "UTF-16BE",
              "windows-1252",
              "windows-1251",
              "Shift_JIS",
              "GB18030",
              "ISO-2022-JP",
              "ISO-2022-KR",
              "EUC-KR",
              "IBM500",
              "UTF-32")
          .map(Charset::forName)
          .toList();
  private static final List<String> TYPES =
      List.of(
          "text/html",
          "text/html; charset=utf-8",
          "text/html; charset=iso-8859-1",
          "text/html; charset=\"",
          "application/xhtml+xml; charset=utf-16",
          "text/html; charset=shift_jis",
          "text/html; charset=iso-2022-jp",
          "text/html; charset=hz-gb-2312",
          "charset=charset=",
          "");

  @Test
  void noBrokenPageBreaksTheReader() throws IOException {
    long seed = Long.getLong("keeling.seed", 1);
    Random random = new Random(seed);
    for (String shape : SHAPES) {
      new ArticleReader().explain(page(shape(shape), "text/html")); // what is loaded but once
    }
    long pages = 0;
    long worst = 0;
    for (Instant end = Instant.now().plus(DURATION); Instant.now().isBefore(end); pages++) {
      byte[] page = mutated(shape(SHAPES.get(random.nextInt(SHAPES.size()))), random);
      String type = random.nextInt(3) == 0 ? null : TYPES.get(random.nextInt(TYPES.size()));
      try {
        worst = Math.max(worst, requireReadable(page(page, type)));
      } catch (RuntimeException | Error e) {
        Files.write(BROKEN, page);
        throw new AssertionError(
            "broken by " + BROKEN + " of content type " + type + ", seed " + seed, e);
      }
    }
    System.out.printf(
        "%,d broken pages read, of seed %d; at worst %d ns a byte%n", pages, seed, worst);
  }

  private static RawPage page(byte[] body, String type) {
    return new RawPage(body, type, URL, null, Instant.now());
  }

  /** Reads a page as it reads the broken ones: without failing, and in time for its length. */
  static void requireReadable(String html) {
    requireReadable(page(html.getBytes(StandardCharsets.UTF_8), "text/html"));
  }

  /** Nanoseconds that a byte took. */
  private static long requireReadable(RawPage page) {
    long most = NANOS_FOR_ANY + page.bytes().length * NANOS_PER_BYTE;
    long least = Long.MAX_VALUE;
    Explanation explanation = null;
    for (int i = 0; i < READINGS && least > most; i++) {
      long start = THREADS.getCurrentThreadCpuTime();
      explanation = new ArticleReader().explain(page);
      least = Math.min(least, THREADS.getCurrentThreadCpuTime() - start);
    }
    assertThat(least).as("nanoseconds for %d bytes", page.bytes().length).isLessThan(most);
    requireSound(explanation);
    return Math.max(0, least - NANOS_FOR_ANY) / Math.max(1, page.bytes().length); // or all is cut
  }

  static void requireSound(Explanation explanation) {
    if (explanation.reading() instanceof Reading.Unreadable unreadable) {
      assertThat(unreadable.reason()).isNotEqualTo(UnreadableReason.READER_FAILURE);
    } else if (explanation.reading() instanceof Reading.Readable readable) {
      Article article = readable.article();
      assertThat(article.title()).isNotBlank().doesNotContain("\u0000", "\n");
      assertThat(article.text()).isNotBlank().doesNotContain("\u0000", "\n\n\n");
      assertThat(article.authors()).noneMatch(String::isBlank);
      assertThat(article.keywords()).noneMatch(String::isBlank);
      assertThat(article.canonicalUrl()).startsWith("http").contains("press.example");
      if (article.publishedAt() != null) {
        assertThat(article.publishedAt().day().getYear()).isBetween(1970, 2100);
      }
    }
  }

  private static byte[] mutated(byte[] page, Random random) {
    String text = new String(page, StandardCharsets.ISO_8859_1);
    if (random.nextInt(6) == 0) {
      Charset charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
      text =
          new String(
              new String(page, StandardCharsets.UTF_8).getBytes(charset),
              StandardCharsets.ISO_8859_1);
    }
    PageMutation[] ways = PageMutation.values();
    for (int changes = 1 + random.nextInt(12); changes > 0 && text.length() < LARGEST; changes--) {
      text = ways[random.nextInt(ways.length)].of(text.isEmpty() ? " " : text, random);
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] shape(String name) throws IOException {
    try (InputStream stream = MutatedPagesTest.class.getResourceAsStream(name)) {
      return stream.readAllBytes();
    }
  }
}
