package io.keeling.app.reprocess;

import io.keeling.contract.article.Article;
import java.util.ArrayList;
import java.util.List;

/** An article as lines to compare: what makes its version. */
final class ArticleLines {

  private ArticleLines() {}

  static List<String> of(Article article) {
    List<String> lines = new ArrayList<>();
    lines.add("title: " + article.title());
    lines.add("authors: " + String.join(", ", article.authors()));
    lines.add("published: " + (article.publishedAt() == null ? "-" : article.publishedAt()));
    lines.add("modified: " + (article.modifiedAt() == null ? "-" : article.modifiedAt()));
    lines.addAll(List.of(article.text().split("\n\n")));
    return lines;
  }
}
