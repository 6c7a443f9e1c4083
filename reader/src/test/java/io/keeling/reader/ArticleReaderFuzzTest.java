package io.keeling.reader;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;

/**
 * Reads pages that a fuzzer makes, guided by what they reach in the reader and in jsoup. Without
 * {@code JAZZER_FUZZ=1} it reads the pages that are kept beside it, among them each that ever broke
 * the reader.
 */
class ArticleReaderFuzzTest {

  private static final String URL = "https://press.example/news/a";

  /** Its time does not matter, but it is the same for everyone who repeats a finding. */
  private static final Instant FETCHED_AT = Instant.parse("2026-11-24T09:30:00Z");

  @DictionaryEntries({
    "<article>",
    "<h1>",
    "<p>",
    "<time datetime=\"2026-11-24T09:30:00Z\">",
    "<span class=\"byline\">By ",
    "<figcaption>",
    "<meta charset=\"",
    "<meta name=\"author\" content=\"",
    "<meta property=\"og:title\" content=\"",
    "<meta property=\"article:published_time\" content=\"",
    "<link rel=\"canonical\" href=\"https://press.example/",
    "<base href=\"",
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",",
    "<script id=\"__NEXT_DATA__\" type=\"application/json\">{",
    "\"headline\":\"",
    "\"articleBody\":\"",
    "\"datePublished\":\"",
    "\"author\":[{\"name\":\"",
    "<noscript>",
    "<template>",
    "<table><tr><td>",
    "<svg>",
    "<![CDATA[",
    "&#xD800;",
    "\u0301",
    "\u200f"
  })
  @FuzzTest
  void readsWhateverThePage(byte[] page) {
    MutatedPagesTest.requireSound(
        new ArticleReader().explain(new RawPage(page, null, URL, null, FETCHED_AT)));
  }
}
