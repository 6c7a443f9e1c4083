package io.keeling.enrich;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import java.time.Instant;

/** Articles for tests. */
public final class Articles {

  private Articles() {}

  public static Article article(String domain, String path, String title, String text) {
    return article(domain, path, title, text, Instant.parse("2026-11-24T09:00:00Z"));
  }

  public static Article article(
      String domain, String path, String title, String text, Instant fetchedAt) {
    String url = "https://" + domain + "/" + path;
    return Article.of(url, new Outlet(domain, domain, domain), title, text, "en", fetchedAt);
  }
}
