package io.keeling.ingest.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Breaks pages of real shapes at random and reads them. {@code -Dkeeling.mutate=PT1M} sets how long
 * one run tries; a build tries for some seconds.
 */
class MutatedPagesTest {

  private static final Duration DURATION =
      Duration.parse(System.getProperty("keeling.mutate", "PT5S"));
  private static final Duration LONGEST_READING = Duration.ofSeconds(10);
  private static final List<String> SHAPES =
      List.of("news-site.html", "table-layout.html", "live-blog.html", "german-blog.html");
  private static final String[] PIECES = {
    "<",
    ">",
    "</",
    "<!--",
    "-->",
    "<script>",
    "<script type='application/ld+json'>{",
    "</div>",
    "<table>",
    "<p",
    "\"",
    "'",
    "&#",
    "\u0000",
    "<svg>",
    "<noscript>",
    "<form>",
    "<a href=",
    "<!DOCTYPE",
    "<template>",
    "<br>"
  };

  private static final Instant END = Instant.now().plus(DURATION);

  @Property(tries = 100_000, shrinking = ShrinkingMode.OFF)
  void noBrokenPageBreaksTheReader(@ForAll long seed) throws IOException {
    if (Instant.now().isAfter(END)) {
      return;
    }
    Random random = new Random(seed);
    byte[] page = mutated(shape(SHAPES.get(random.nextInt(SHAPES.size()))), random);

    Instant start = Instant.now();
    Reading reading =
        new ArticleReader().read(new RawPage(page, null, "https://press.example/a", null, start));

    assertThat(reading.toString()).doesNotContain("the reader failed");
    assertThat(Duration.between(start, Instant.now())).isLessThan(LONGEST_READING);
  }

  private static byte[] mutated(byte[] page, Random random) {
    StringBuilder text = new StringBuilder(new String(page, StandardCharsets.ISO_8859_1));
    int changes = 1 + random.nextInt(30);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 1 -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(200)));
        case 2 ->
            text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(500))));
        default -> text.setCharAt(at, (char) random.nextInt(256));
      }
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] shape(String name) throws IOException {
    try (InputStream stream = MutatedPagesTest.class.getResourceAsStream(name)) {
      return stream.readAllBytes();
    }
  }
}
