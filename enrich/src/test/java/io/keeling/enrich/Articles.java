package io.keeling.enrich;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.ArticleIds;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.article.Provenance;
import java.time.Instant;
import java.util.List;

/** Articles for tests. */
public final class Articles {

  private Articles() {}

  public static Article article(String domain, String path, String title, String text) {
    return article(domain, path, title, text, Instant.parse("2026-11-24T09:00:00Z"));
  }

  public static Article article(
      String domain, String path, String title, String text, Instant fetchedAt) {
    String url = "https://" + domain + "/" + path;
    return new Article(
        ArticleIds.id(url),
        ArticleIds.version(title, text, List.of(), null, null),
        url,
        url,
        new Outlet(domain, domain, domain),
        title,
        null,
        List.of(),
        null,
        null,
        fetchedAt,
        "en",
        null,
        List.of(),
        text,
        null,
        true,
        Provenance.NONE);
  }
}
