package io.keeling.bench.chain;

import io.keeling.contract.article.ArticleIds;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.topic.Topics;
import io.keeling.training.corpus.NewsArticle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Pages with articles of 5,000 characters, or as many as one likes, each a mixture of our own news
 * that no other has, from 500 hosts. Immutable and safe to share between threads.
 */
public final class NewsPages {

  /** Hosts of the pages: enough to spread over all partitions. */
  private static final int HOSTS = 500;

  private final List<NewsArticle> news;

  private NewsPages(List<NewsArticle> news) {
    this.news = news;
  }

  /** Makes pages of the news in a folder. */
  public static NewsPages read(Path folder) throws IOException {
    return new NewsPages(NewsArticle.read(folder));
  }

  /** The id that the n-th page's article gets. */
  static String id(int n) {
    return ArticleIds.id(url(n));
  }

  /** The n-th page as the fetcher would write it now. */
  public ProducerRecord<String, byte[]> record(int n) {
    Page page =
        Page.builder(
                url(n), FetchPurpose.ARTICLE, "paper-" + n % HOSTS, Instant.now(), "bench-" + n)
            .body("text/html; charset=utf-8", html(n).getBytes(StandardCharsets.UTF_8))
            .build();
    return new ProducerRecord<>(Topics.PAGES.name(), null, host(n), page.body(), page.headers());
  }

  private static String host(int n) {
    return "paper" + n % HOSTS + ".example";
  }

  private static String url(int n) {
    return "https://" + host(n) + "/news/" + n;
  }

  private String html(int n) {
    return html(n, TaggedNews.LENGTH);
  }

  /**
   * The n-th page.
   *
   * @param characters how long its article is at least, in UTF-16 code units
   */
  public String html(int n, int characters) {
    Random random = new Random(n);
    String title = next(random).title() + " (" + n + ")";
    StringBuilder body = new StringBuilder();
    for (int length = 0; length < characters; ) {
      for (String paragraph : next(random).text().split("\n\n")) {
        if (length < characters) {
          body.append("<p>").append(paragraph.replace("&", "&amp;").replace("<", "&lt;"));
          length += paragraph.length() + 2;
          if (characters > TaggedNews.LENGTH) {
            // A long article goes through our news many times, and no paragraph may stand twice.
            body.append(" This is how it stood at number ").append(length).append('.');
          }
          body.append("</p>\n");
        }
      }
    }
    return """
    <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
    <meta property="og:title" content="%1$s"><meta property="og:type" content="article">
    </head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
    <main><article><h1>%1$s</h1>
    %2$s</article></main><footer>All rights reserved</footer></body></html>\
    """
        .formatted(title.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"), body);
  }

  private NewsArticle next(Random random) {
    return news.get(random.nextInt(news.size()));
  }
}
