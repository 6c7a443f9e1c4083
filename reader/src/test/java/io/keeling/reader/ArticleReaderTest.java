package io.keeling.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import org.junit.jupiter.api.Test;

class ArticleReaderTest {

  @Test
  void readsTheParagraphsAndTheHeadlineOfAPlainPage() {
    String html =
        """
        <html lang="en"><head><title>Tide gauges rise again - The Harbour</title></head><body>
        <nav><a href="/">Home</a> <a href="/sea">Sea</a></nav>
        <article><h1>Tide gauges rise again</h1>
        <p>The harbour gauge read four centimetres above its old record on Monday, the port said.</p>
        <p>It was the third record in a year, and the keeper, who has read it for decades, expects more.</p>
        <p>Engineers will now raise the quay, a work that was planned for the next decade.</p>
        </article></body></html>
        """;

    Article article = read(html);

    assertThat(article.title()).isEqualTo("Tide gauges rise again");
    assertThat(article.text().split("\n\n")).hasSize(3);
    assertThat(article.text()).startsWith("The harbour gauge").doesNotContain("Home");
  }

  private static Article read(String html) {
    return PagesOfOurs.article(html, "https://harbour.example/tide");
  }
}
