package io.keeling.reader;

import static io.keeling.reader.PagesOfOurs.readPage;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template left unfilled says nothing about an article. */
class PlaceholdersTest {

  private static final String TEXT =
      """
      <p>The ferry to the outer islands will run on batteries from April, the county said.</p>
      <p>It takes forty minutes to cross and nine to charge, if the wind does not push it off the quay.</p>
      <p>Two older boats stay in reserve, and their crews will be trained over the winter.</p>
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{$plugin.tx_news.opengraph.site_name}",
        "{{ article.value }}",
        "${value}",
        "#{value}",
        "%%value%%",
        "[[value]]",
        "<%= value %>",
        "{{value}} | News",
      })
  void aPlaceholderIsNoMetadata(String left) {
    String escaped = left.replace("<", "&lt;");
    StringBuilder head = new StringBuilder("<title>" + escaped + "</title>");
    for (String name :
        new String[] {
          "og:site_name",
          "og:title",
          "author",
          "article:section",
          "keywords",
          "description",
          "article:published_time",
          "og:image"
        }) {
      head.append("<meta property='%s' content='%s'>".formatted(name, escaped));
    }
    head.append(
        "<script type='application/ld+json'>{'@type':'NewsArticle','headline':'X','author':{'name':'X'},'datePublished':'X','publisher':{'@type':'Organization','name':'X'},'articleSection':'X'}</script>"
            .replace("'X'", "'" + left + "'")
            .replace("'", "\"")
            .replace("type=\"application/ld+json\"", "type='application/ld+json'"));
    String html =
        "<html lang='en'><head>"
            + head
            + "</head><body><article><h1>"
            + escaped
            + "</h1><h2>Ferry goes electric</h2><p class='byline'>By "
            + escaped
            + "</p>"
            + TEXT
            + "</article>";

    Article article = ((Reading.Readable) readPage(html)).article();

    assertThat(article.source().name()).isEqualTo("island-news.example");
    assertThat(article.title()).doesNotContain("value").doesNotContain("plugin");
    assertThat(article.authors()).isEmpty();
    assertThat(article.section()).isNull();
    assertThat(article.keywords()).isEmpty();
    assertThat(article.subtitle()).isNull();
    assertThat(article.publishedAt()).isNull();
  }

  @Test
  void aHeadlineAboutTemplatesStays() {
    String html =
        "<html lang='en'><head><title>How to write {{ name }} in a template</title></head><body>"
            + "<article><h1>How to write {{ name }} in a template</h1>"
            + TEXT
            + "</article>";

    assertThat(((Reading.Readable) readPage(html)).article().title())
        .isEqualTo("How to write {{ name }} in a template");
  }
}
