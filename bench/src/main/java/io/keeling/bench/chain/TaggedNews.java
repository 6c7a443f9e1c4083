package io.keeling.bench.chain;

import io.keeling.bench.annotator.OwnNews;
import io.keeling.contract.article.Article;
import io.keeling.contract.article.Outlet;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.enrich.annotator.Annotation;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.annotator.AnnotatorResources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Articles of 5,000 characters of our own news, tagged by our annotator: names, countries, topics
 * and evidence are as many as in the product.
 */
final class TaggedNews {

  /** Length of text that speeds are stated for, in UTF-16 code units: a long news article. */
  static final int LENGTH = 5_000;

  /** Outlets that the articles come from: enough for stories that several outlets tell. */
  private static final int OUTLETS = 50;

  private TaggedNews() {}

  /**
   * Makes articles of different addresses; their words come back after about a hundred.
   *
   * @param folder of our own news
   * @param count how many
   */
  static List<EnrichedArticle> make(Path folder, int count) throws IOException {
    List<OwnNews.Text> texts = OwnNews.read(folder, LENGTH, count);
    Annotator annotator = new Annotator(AnnotatorResources.load());
    List<Annotation> tags = new ArrayList<>();
    for (OwnNews.Text text : texts) {
      tags.add(annotator.annotate(text.title(), text.text(), "en"));
    }
    List<EnrichedArticle> articles = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      int turn = n % texts.size();
      articles.add(tags.get(turn).of(article(n, texts.get(turn)), 1, null));
    }
    return articles;
  }

  private static Article article(int n, OwnNews.Text text) {
    String domain = "paper" + n % OUTLETS + ".example";
    String url = "https://" + domain + "/news/" + n;
    return Article.of(
        url,
        new Outlet("paper-" + n % OUTLETS, "Paper", domain),
        text.title(),
        text.text(),
        "en",
        Instant.now());
  }
}
