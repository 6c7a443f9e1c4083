package io.keeling.bench.reader;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Makes pages of the shape of a news site's in any size: menus, styles, data in scripts, an article
 * with pictures and boxes, teasers and comments, in the proportions of such pages. The same size
 * gives the same page.
 */
final class GeneratedPage {

  private static final String[] WORDS =
      ("the of and to in a is that for on was with as at by from it be are this have an or not but"
              + " river harbour council flood dike water winter summer town mayor engineer ministry"
              + " measure decide build raise answer report ask promise delay open close")
          .split(" ");

  /** Decides the words, the same in each run. An arbitrary number. */
  private static final int SEED = 17;

  private final Random random = new Random(SEED);
  private final StringBuilder html;
  private final int size;

  private GeneratedPage(int size) {
    this.size = size;
    this.html = new StringBuilder(size + 10_000);
  }

  /** A page of about so many bytes. */
  static byte[] of(int size) {
    return new GeneratedPage(size).make().getBytes(StandardCharsets.UTF_8);
  }

  private String make() {
    html.append(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Council raises the dike | The Quay</title>"
            + "<meta property=\"og:title\" content=\"Council raises the dike\"><meta property=\"og:type\" content=\"article\">"
            + "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Council raises the dike\","
            + "\"datePublished\":\"2026-03-04T08:30:00+01:00\",\"author\":{\"@type\":\"Person\",\"name\":\"Marta Lindqvist\"}}</script>");
    until(0.10, () -> style());
    until(0.30, () -> script());
    html.append("</head><body><header><nav><ul>");
    until(0.36, () -> link("li"));
    html.append(
        "</ul></nav></header><main><article class=\"story\"><h1>Council raises the dike</h1>"
            + "<div class=\"byline\">By Marta Lindqvist</div><div class=\"story-body\">");
    until(0.60, () -> block());
    html.append("</div></article><aside class=\"related\">");
    until(0.72, () -> teaser());
    html.append("</aside><section class=\"comments\">");
    until(0.85, () -> comment());
    html.append("</section></main><footer>");
    until(0.90, () -> link("div"));
    html.append("</footer>");
    until(1.0, () -> script());
    return html.append("</body></html>").toString();
  }

  private void until(double share, Runnable part) {
    do {
      part.run();
    } while (html.length() < share * size);
  }

  private void style() {
    html.append("<style>.c")
        .append(random.nextInt(999))
        .append("{margin:0 auto;color:#333}</style>");
  }

  private void script() {
    html.append("<script>window.data=window.data||[];");
    for (int i = 0; i < 40; i++) {
      html.append("data.push({\"id\":").append(random.nextInt()).append(",\"name\":\"");
      words(4);
      html.append("\"});");
    }
    html.append("</script>");
  }

  private void link(String tag) {
    html.append('<')
        .append(tag)
        .append(" class=\"item item--menu\"><a href=\"/news/")
        .append(random.nextInt(99_999))
        .append("\">");
    words(2);
    html.append("</a></").append(tag).append('>');
  }

  private void block() {
    switch (random.nextInt(9)) {
      case 0 -> {
        html.append("<h2>");
        words(5);
        html.append("</h2>");
      }
      case 1 -> {
        html.append("<figure class=\"picture\"><img src=\"/img/")
            .append(random.nextInt(999))
            .append(".jpg\" alt=\"\"><figcaption>");
        words(12);
        html.append("</figcaption></figure>");
      }
      case 2 -> {
        html.append("<div class=\"newsletter-box\"><p>Sign up for our newsletter: ");
        words(10);
        html.append("</p></div>");
      }
      default -> paragraph(30 + random.nextInt(60));
    }
  }

  private void paragraph(int words) {
    html.append("<p>");
    for (int left = words; left > 0; left -= 15) {
      html.append("It ");
      words(Math.min(15, left));
      html.append(random.nextInt(4) == 0 ? " <a href=\"/topic\">here</a>. " : ", they said. ");
    }
    html.append("</p>");
  }

  private void teaser() {
    html.append("<div class=\"card\"><div class=\"card__inner\"><a href=\"/news/")
        .append(random.nextInt(99_999))
        .append("\"><img src=\"/t.jpg\"><h3>");
    words(8);
    html.append("</h3></a><p class=\"card__text\">");
    words(16);
    html.append(".</p></div></div>");
  }

  private void comment() {
    html.append("<div class=\"comment\"><span class=\"who\">");
    words(2);
    html.append("</span>");
    paragraph(20);
    html.append("</div>");
  }

  private void words(int count) {
    for (int i = 0; i < count; i++) {
      html.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
  }
}
