package io.keeling.reader;

import io.keeling.contract.article.Article;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Reads pages that tests write down themselves. */
final class PagesOfOurs {

  private static final Instant FETCHED = Instant.parse("2026-11-24T00:00:00Z");

  private PagesOfOurs() {}

  /** Reads a page with this body. */
  static Reading read(String body) {
    return readPage("<html lang='en'><head><title>Island news</title></head><body>" + body);
  }

  /** Reads a whole page. */
  static Reading readPage(String html) {
    return explainPage(html).reading();
  }

  /** Reads a whole page and tells how. */
  static Explanation explainPage(String html) {
    return new ArticleReader()
        .explain(page(html, "https://island-news.example/2026/ferry-goes-electric"));
  }

  /** The article of a whole page at an address. */
  static Article article(String html, String url) {
    return ((Reading.Readable) new ArticleReader().read(page(html, url))).article();
  }

  private static RawPage page(String html, String url) {
    return new RawPage(html.getBytes(StandardCharsets.UTF_8), "text/html", url, null, FETCHED);
  }

  /** The article of a page with this body. */
  static Article articleOf(String body) {
    return ((Reading.Readable) read(body)).article();
  }

  /** Its paragraphs. */
  static List<String> paragraphsOf(String body) {
    return List.of(articleOf(body).text().split("\n\n"));
  }

  /** Why a page with this body yields no article. */
  static UnreadableReason refusalOf(String body) {
    return ((Reading.Unreadable) read(body)).reason();
  }
}
