package io.keeling.reader;

import static io.keeling.reader.PagesOfOurs.readPage;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Live reports: the summary that stands, then the posts, and how many these are. */
class LiveReportsTest {

  private static final List<String> SUMMARY =
      List.of(
          "The barrier across the delta has been closed since one o'clock, and the ferries stay"
              + " in.",
          "Two hundred households near the lock are without power, says the operator of the grid.");

  private static final List<String> POSTS =
      List.of(
          "The director of the ferries told reporters at the pier that nothing sails before the"
              + " evening, and perhaps not even then.",
          "A mast fell near the lock shortly before two, and took the line with it that feeds the"
              + " eastern quarter.",
          "The wind turned to the west an hour earlier than the forecast had it, so the barrier was"
              + " closed at once.",
          "Pupils of both schools were sent home at noon, and the buses drove twice as often as"
              + " they do on other days.");

  @ParameterizedTest
  @ValueSource(strings = {"above", "below", "beside"})
  void readsTheSummaryBeforeThePosts(String place) {
    String summary =
        "<%1$s class='box'><h2>What we know so far</h2><ul><li>%2$s</li><li>%3$s</li></ul></%1$s>"
            .formatted(place.equals("beside") ? "aside" : "div", SUMMARY.get(0), SUMMARY.get(1));
    String posts =
        each(post -> "<article class='post'><time>14:10</time><p>" + post + "</p></article>");

    Article article =
        article(
            "<h1>Storm over the delta: live</h1>"
                + (place.equals("above") ? summary + posts : posts + summary));

    assertThat(paragraphs(article))
        .startsWith("What we know so far")
        .containsSubsequence(SUMMARY)
        .containsSubsequence(SUMMARY.get(1), POSTS.get(0), POSTS.get(3))
        .hasSize(1 + SUMMARY.size() + POSTS.size());
    assertThat(article.posts()).isEqualTo(POSTS.size());
  }

  /** What announces the report differs, the shape of the posts too. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h1>Liveticker: Sturm über dem Delta</h1>"
            + "<div class='e'><span>14:10 Uhr</span><h3>Nachricht</h3><p>%s</p></div>",
        "<h1>Sturm über dem Delta</h1>"
            + "<div class='ticker__entry'><div class='ticker__time'>14.10 Uhr</div><p>%s</p></div>",
        "<h1>Tempête sur le delta, en direct</h1><ul><li><b>14h10</b><p>%s</p></li></ul>",
        "<h1>Storm over the delta</h1><section class='live-blog'><div class='k'><p>2.10pm</p><h2><a"
            + " href='#p'>What is new at the quay</a></h2><p>%s</p></div></section>",
        "<h1>Storm over the delta as it happened</h1><div class='u'><div><span>Ruth Caduff</span>"
            + " <time datetime='2026-02-01T14:10:00Z'>12 min ago</time></div><p>%s</p></div>",
      })
  void countsThePostsOfManyShapes(String page) {
    int from = page.indexOf("</h1>") + "</h1>".length();
    String shape = page.substring(from).replace("%s", "\u0000");
    String posts = each(post -> shape.replace("\u0000", post));

    Article article = article(page.substring(0, from) + "<p>" + SUMMARY.get(0) + "</p>" + posts);

    assertThat(article.posts()).isEqualTo(POSTS.size());
    assertThat(paragraphs(article)).startsWith(SUMMARY.get(0)).containsSubsequence(POSTS);
    assertThat(article.text()).doesNotContain("14", "2.10pm", "min ago", "Ruth Caduff");
  }

  @Test
  void keepsPostsWhoseHeadlinesLeadToThemselves() {
    String posts =
        each(
            post ->
                "<article class='live-post'><time>14:10</time><h3><a"
                    + " href='/2026/ferry-goes-electric#p"
                    + post.length()
                    + "'>News of the storm at "
                    + post.length()
                    + "</a></h3><p>"
                    + post
                    + "</p></article>");

    Article article = article("<h1>Storm over the delta</h1><div>" + posts + "</div>");

    assertThat(paragraphs(article)).containsSubsequence(POSTS).contains("News of the storm at 103");
    assertThat(article.posts()).isEqualTo(POSTS.size());
  }

  @Test
  void takesPostsFromTheMetadataThatThePageDoesNotShow() {
    String updates =
        each(
            post ->
                "{\"@type\":\"BlogPosting\",\"headline\":\"At "
                    + post.length()
                    + "\",\"datePublished\":\"2026-02-03T14:00:00Z\",\"author\":{\"@type\":\"Person\",\"name\":\"Petra"
                    + " Holm\"},\"articleBody\":\"<p>"
                    + post
                    + "</p>\"},");
    String head =
        "<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"headline\":\"Storm"
            + " over the"
            + " delta\",\"datePublished\":\"2026-02-01T08:00:00Z\",\"author\":{\"@type\":\"Person\",\"name\":\"Ruth"
            + " Caduff\"},\"liveBlogUpdate\":["
            + updates
            + "]}</script>";

    Article article =
        article(
            head + "<h1>Storm over the delta</h1><p>" + String.join("</p><p>", SUMMARY) + "</p>");

    assertThat(paragraphs(article))
        .containsExactly(
            SUMMARY.get(0),
            SUMMARY.get(1),
            "At " + POSTS.get(0).length(),
            POSTS.get(0),
            "At " + POSTS.get(1).length(),
            POSTS.get(1),
            "At " + POSTS.get(2).length(),
            POSTS.get(2),
            "At " + POSTS.get(3).length(),
            POSTS.get(3));
    assertThat(article.posts()).isEqualTo(POSTS.size());
    assertThat(article.authors()).containsExactly("Ruth Caduff");
    assertThat(article.publishedAt()).hasToString("2026-02-01T08:00:00Z");
    assertThat(article.provenance().fields()).containsEntry("text", "json-ld:liveBlogUpdate");
  }

  @Test
  void countsThePostsOfTheFixture() throws IOException {
    Article article =
        ((Reading.Readable)
                readPage(
                    new String(MutatedPagesTest.shape("live-blog.html"), StandardCharsets.UTF_8)))
            .article();

    assertThat(article.posts()).isEqualTo(3);
  }

  @Test
  void countsNoPostsInAListOfLiveReports() {
    String reports =
        each(
            post ->
                "<article class='live'><time>14:10</time><h3><a href='/live/"
                    + post.length()
                    + "'>All about the storm</a></h3><p>"
                    + post
                    + "</p></article>");

    assertThat(readPage("<html><body><h1>Live</h1><main>" + reports + "</main>"))
        .isInstanceOf(Reading.Unreadable.class);
  }

  /** A column of short news beside an article, and an article of dated sections. */
  @Test
  void countsNoPostsWhereThePageIsNoLiveReport() {
    String column =
        "<div class='ticker'>"
            + each(post -> "<div><time>14:10</time><p>" + post.substring(0, 60) + ".</p></div>")
            + "</div>";
    String text = "<p>" + String.join("</p><p>", SUMMARY) + "</p>";
    String sections = each(post -> "<section><time>14:10</time><p>" + post + "</p></section>");

    assertThat(article("<h1>The storm</h1><main>" + text.repeat(6) + "</main>" + column).posts())
        .isNull();
    assertThat(article("<h1>The storm, hour by hour</h1>" + text + sections).posts()).isNull();
  }

  private static String each(UnaryOperator<String> shape) {
    return String.join("", POSTS.stream().map(shape).toList());
  }

  private static List<String> paragraphs(Article article) {
    return List.of(article.text().split("\n\n"));
  }

  private static Article article(String body) {
    return ((Reading.Readable)
            readPage("<html><head><title>Island news</title></head><body>" + body))
        .article();
  }
}
