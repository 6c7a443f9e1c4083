package io.keeling.verifier.workload;

import io.keeling.contract.article.Article;
import io.keeling.contract.article.NewsDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One state of a numbered article, and the page an outlet would serve of it.
 *
 * @param number counts from 1
 * @param press whose it is
 * @param day when it was published
 * @param title the headline
 * @param paragraphs the text
 */
record NumberedArticle(
    int number, PressOutlet press, LocalDate day, String title, List<String> paragraphs) {

  NumberedArticle {
    paragraphs = List.copyOf(paragraphs);
  }

  /** The same article with another paragraph in a place. */
  NumberedArticle with(int index, String paragraph) {
    List<String> changed = new java.util.ArrayList<>(paragraphs);
    changed.set(index, paragraph);
    return new NumberedArticle(number, press, day, title, changed);
  }

  /** The same words under another number and outlet. */
  NumberedArticle copy(int otherNumber, PressOutlet other) {
    return new NumberedArticle(otherNumber, other, day, title, paragraphs);
  }

  String url() {
    return press.address() + "/news/" + number;
  }

  private String author() {
    return "Desk Writer " + (char) ('A' + number % 26);
  }

  private NewsDate published() {
    return NewsDate.of(day);
  }

  /** The article as a reader sees it, but for which rule found what. */
  Article read(Instant fetchedAt) {
    String text = String.join("\n\n", paragraphs);
    List<String> authors = List.of(author());
    return Article.builder(url(), press.outlet(), title, text, fetchedAt)
        .authors(authors)
        .dates(published(), null)
        .language("en")
        .build();
  }

  /** The page; the words hold nothing that needs escaping. */
  String html() {
    String head =
        """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
        <link rel="canonical" href="%2$s"><meta property="og:site_name" content="%3$s">
        <meta name="author" content="%4$s">
        <meta property="article:published_time" content="%5$s"></head>
        <body><article><h1>%1$s</h1>
        """
            .formatted(title, url(), press.outlet().name(), author(), published());
    return head + "<p>" + String.join("</p>\n<p>", paragraphs) + "</p></article></body></html>";
  }
}
