package io.keeling.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bylines as content systems and themes mark them up, and as writers write them. */
class BylineShapesTest {

  private static final String MARTA = "Marta Lindqvist";
  private static final String JONAS = "Jonas Berg";

  static Stream<Arguments> belowTheHeadline() {
    return Stream.of(
        arguments(
            "icon, hidden label and link",
            """
            <div class="post-meta-wrapper"><ul class="post-meta"><li class="post-author meta-wrapper">
            <span class="meta-icon"><span class="screen-reader-text">Post author</span></span>
            <span class="meta-text">By <a href="/author/marta/">Marta Lindqvist</a></span></li>
            <li class="post-date"><span>Post date</span><a href="/t">March 4, 2024</a></li></ul></div>""",
            List.of(MARTA)),
        arguments(
            "date before the name",
            """
            <p class="entry-meta"><time class="entry-time">May 2, 2024</time> by <span class="entry-author">
            <a href="/x" class="entry-author-link" rel="author"><span class="entry-author-name">Marta Lindqvist</span></a></span></p>""",
            List.of(MARTA)),
        arguments(
            "bars between the parts",
            """
            <p class="post-meta"> by <span class="author vcard"><a href="/author/m/" title="Posts by Marta Lindqvist"
            rel="author">Marta Lindqvist</a></span> | <span class="published">Mar 3, 2024</span> | <a rel="category tag" href="/n">News</a></p>""",
            List.of(MARTA)),
        arguments(
            "label in a division of its own",
            """
            <div class="td-post-author-name"><div class="td-author-by">By</div> <a href="/author/m/">Marta Lindqvist</a>
            <div class="td-author-line"> - </div></div>""",
            List.of(MARTA)),
        arguments(
            "microdata on a list item",
            """
            <ul><li itemprop="author"><a href="/m"><span class="icon"><i></i></span><span class="item--type-author"> Marta Lindqvist</span></a></li>
            <li itemprop="datePublished"><span>March 3, 2024</span></li></ul>""",
            List.of(MARTA)),
        arguments(
            "login of a user with a date",
            """
            <div class="node__submitted">Submitted by <span class="field--name-uid"><span typeof="schema:Person" property="schema:name">marta77</span></span>
            on Mon, 03/04/2024 - 10:22</div>""",
            List.of("marta77")),
        arguments(
            "label and value as fields",
            """
            <div class="field field--label-inline"><div class="field__label">Author</div>
            <div class="field__item"><a href="/node/23">Marta Lindqvist</a></div></div>""",
            List.of(MARTA)),
        arguments(
            "picture link, then the name in a heading",
            """
            <section class="article-byline"><ul class="author-list"><li><a href="/author/marta/" class="author-avatar">
            <img src="/m.png" alt="Marta Lindqvist"></a></li></ul><div><h4 class="author-name"><a href="/author/marta/">Marta Lindqvist</a></h4>
            <div><time datetime="2024-03-04">Mar 4, 2024</time> <span>6 min read</span></div></div></section>""",
            List.of(MARTA)),
        arguments(
            "list of terms",
            """
            <dl class="article-info"><dt>Details</dt><dd class="createdby" itemprop="author" itemscope>Written by <span itemprop="name">Marta Lindqvist</span></dd>
            <dd class="category-name">Category: <a href="/n">News</a></dd></dl>""",
            List.of(MARTA)),
        arguments(
            "created by",
            """
            <p><span><time datetime="2024-03-04">04.03.2024</time></span><span class="news-list-author"> Erstellt von Marta Lindqvist</span></p>""",
            List.of(MARTA)),
        arguments(
            "two linked names",
            """
            <div class="b-byline"><span class="b-byline__by">By</span> <span class="b-byline__names"><a class="c-link" href="/author/m/">Marta Lindqvist</a>
            and <a class="c-link" href="/author/j/">Jonas Berg</a></span></div>""",
            List.of(MARTA, JONAS)),
        arguments(
            "path to people",
            """
            <div class="Page-head"><span>By <a class="Link" href="/people/marta-lindqvist">Marta Lindqvist</a></span></div><div>Updated March 4, 2024</div>""",
            List.of(MARTA)),
        arguments(
            "name, handle and time",
            """
            <div class="c-byline"><span>By <a href="/users/marta"><span class="c-byline__author-name">Marta Lindqvist</span></a>
            <a href="/tw">@marta</a> <span><time>Mar 4, 2024, 10:22am EST</time></span></span></div>""",
            List.of(MARTA)),
        arguments(
            "name and address",
            """
            <ul><li class="asset-byline" itemprop="author"><span>By Marta Lindqvist marta@estuary.example</span></li></ul>""",
            List.of(MARTA)),
        arguments(
            "name and role without a comma",
            "<p class=\"byline\">By MARTA LINDQVIST Staff Writer</p>",
            List.of(MARTA)),
        arguments(
            "name and agency without a comma",
            "<p>By Marta Lindqvist Associated Press</p>",
            List.of(MARTA)),
        arguments(
            "role after the first of two",
            "<p class=\"byline\">By Marta Lindqvist, Staff Writer, and Jonas Berg</p>",
            List.of(MARTA, JONAS)),
        arguments(
            "link, then the paper",
            """
            <div class="gnt_ar_by"><a class="gnt_ar_by_a" href="/staff/123/marta/">Marta Lindqvist</a><div class="gnt_ar_pb">The Daily Harbor</div></div>""",
            List.of(MARTA)),
        arguments(
            "bold name and role",
            "<p class=\"author\"><strong>Marta Lindqvist</strong><br>Environment correspondent</p>",
            List.of(MARTA)),
        arguments(
            "names of classes that say nothing",
            """
            <div class="css-1a2b3c"><a href="https://notes.example/@marta" class="css-9z">Marta Lindqvist</a></div><div class="css-7y">Mar 04, 2024</div>""",
            List.of(MARTA)),
        arguments(
            "pieces glued together",
            "<div class=\"x1\"><span class=\"x2\">Marta Lindqvist</span><span class=\"x2\">Dec 05, 2023</span><span>2 shares</span></div>",
            List.of(MARTA)),
        arguments(
            "reading time beside the name",
            "<div class=\"x1\"><span class=\"x2\">Marta Lindqvist</span><span class=\"x2\">4 min read</span></div>",
            List.of(MARTA)),
        arguments(
            "two with a place",
            "<p>Von Marta Lindqvist und Jonas Berg, Hamburg</p>",
            List.of(MARTA, JONAS)),
        arguments(
            "time, bar, name, agency",
            "<p class=\"info\">04.03.2024, 10:22 Uhr | Marta Lindqvist, dpa</p>",
            List.of(MARTA)),
        arguments(
            "bold name inside the line",
            "<div class=\"autorenzeile\">Von <b>Marta Lindqvist</b>, Jonas Berg</div>",
            List.of(MARTA, JONAS)),
        arguments(
            "French, with an agency",
            "<span class=\"c-author\">Par Marta Lindqvist avec AFP</span> <span>Publié le 4 mars 2024 à 10h22</span>",
            List.of(MARTA)),
        arguments(
            "Spanish, with the place",
            "<p class=\"firma\">Por Marta Lindqvist / Madrid</p>",
            List.of(MARTA)),
        arguments("Italian", "<p>di <strong>Marta Lindqvist</strong></p>", List.of(MARTA)),
        arguments("Dutch", "<p>Door Marta Lindqvist</p>", List.of(MARTA)),
        arguments("Danish", "<p>Af Marta Lindqvist</p>", List.of(MARTA)),
        arguments(
            "cells",
            "<table><tr><td>Autor:</td><td>Marta Lindqvist</td></tr></table>",
            List.of(MARTA)),
        arguments(
            "text and photograph",
            "<p>Text: Marta Lindqvist, Foto: Jonas Berg</p>",
            List.of(MARTA)),
        arguments(
            "special to",
            "<p class=\"byline\">Marta Lindqvist, Special to The Estuary Post</p>",
            List.of(MARTA)),
        arguments(
            "bars, address, paper",
            "<p>By Marta Lindqvist | marta@estuary.example | The Estuary Post</p>",
            List.of(MARTA)),
        arguments(
            "age of the story",
            "<p class=\"byline\">Story by Marta Lindqvist \u2022 2h</p>",
            List.of(MARTA)),
        arguments(
            "uncommon given name, bars",
            "<p>Sigrunn Lindqvist | 20.11.2025, 16:35 | 3 min read</p>",
            List.of("Sigrunn Lindqvist")),
        arguments(
            "dash before the date",
            "<p>Marta Lindqvist \u2014 Mar 4, 2024 10:22 am UTC</p>",
            List.of(MARTA)),
        arguments(
            "two lines", "<p>By: Marta Lindqvist<br>Published: March 4, 2024</p>", List.of(MARTA)),
        arguments("surname that is an article elsewhere", "<p>By Kim Le</p>", List.of("Kim Le")),
        arguments(
            "interview",
            "<p>Ein Interview von Marta Lindqvist mit Jonas Berg.</p>",
            List.of(MARTA)),
        arguments("heading as byline", "<h3 class=\"author\">Marta Lindqvist</h3>", List.of(MARTA)),
        arguments("heading that says by", "<h4>By Marta Lindqvist</h4>", List.of(MARTA)),
        arguments(
            "title of a doctor", "<p>Von Dr. Marta Lindqvist</p>", List.of("Dr. Marta Lindqvist")),
        arguments(
            "link with a query",
            "<div class=\"m\"><a href=\"/blog?author=5ab\" class=\"n\">Marta Lindqvist</a></div>",
            List.of(MARTA)),
        arguments(
            "initials in capitals",
            "<p class=\"byline\">BY JD VAN DER BERG AND MARTA MCLEOD</p>",
            List.of("JD van der Berg", "Marta McLeod")));
  }

  static Stream<Arguments> inTheHead() {
    return Stream.of(
        arguments("string", ld("\"By Marta Lindqvist\""), List.of(MARTA)),
        arguments("strings", ld("[\"Marta Lindqvist\", \"Jonas Berg\"]"), List.of(MARTA, JONAS)),
        arguments(
            "things",
            ld("[{\"@type\": \"Person\", \"name\": \"Marta Lindqvist\"}]"),
            List.of(MARTA)),
        arguments(
            "list of types",
            ld("{\"@type\": [\"Person\"], \"name\": [\"Marta Lindqvist\", \"Jonas Berg\"]}"),
            List.of(MARTA, JONAS)),
        arguments(
            "given and family name",
            ld("{\"@type\": \"Person\", \"givenName\": \"Marta\", \"familyName\": \"Lindqvist\"}"),
            List.of(MARTA)),
        arguments("last, first", ld("{\"name\": \"Lindqvist, Marta\"}"), List.of(MARTA)),
        arguments(
            "three in one string",
            ld("{\"name\": \"Marta Lindqvist, Jonas Berg and Petra Holm\"}"),
            List.of(MARTA, JONAS, "Petra Holm")),
        arguments(
            "meta, last name first",
            "<meta name=\"citation_author\" content=\"Lindqvist, Marta\">",
            List.of(MARTA)),
        arguments(
            "script of a data layer",
            "<script>dataLayer = [{'pageType': 'article', 'authorName': 'Marta Lindqvist'}];</script>",
            List.of(MARTA)),
        arguments("degree", ld("\"Marta Lindqvist, Ph.D.\""), List.of("Marta Lindqvist, Ph.D.")),
        arguments("login", ld("{\"name\": \"marta.lindqvist\"}"), List.of("Marta Lindqvist")),
        arguments("nickname", ld("{\"name\": \"der kleine Deich\"}"), List.of("der kleine Deich")),
        arguments("month as given name", ld("\"April Holm\""), List.of("April Holm")),
        arguments("word as surname", ld("\"Max Read\""), List.of("Max Read")),
        arguments("markup", ld("\"<a href='/m'>Marta Lindqvist</a>\""), List.of(MARTA)),
        arguments("nobody", ld("{\"@type\": \"Person\", \"name\": \"admin\"}"), List.of()),
        arguments(
            "outlet", ld("{\"@type\": \"Person\", \"name\": \"The Estuary Post\"}"), List.of()));
  }

  static Stream<Arguments> belowTheText() {
    return Stream.of(
        arguments(
            "label",
            "<p><strong>Autorin: Marta Lindqvist, Projektleiterin in Tunis.</strong></p>",
            List.of(MARTA)),
        arguments("name alone", "<p><em>MARTA LINDQVIST</em></p>", List.of(MARTA)),
        arguments("brackets", "<p>(Marta Lindqvist)</p>", List.of(MARTA)),
        arguments(
            "posted by",
            """
            <div class="post-footer"><span class="post-author vcard">Posted by <span class="fn" itemprop="author"><a href="/profile/123" rel="author">
            <span itemprop="name">Marta Lindqvist</span></a></span></span> at 10:22 AM</div>""",
            List.of(MARTA)),
        arguments(
            "biography",
            """
            <div class="about-author"><h3>About the author</h3><p><strong>Marta Lindqvist</strong> is a writer who has covered harbours, tides and the people who
            live with them for longer than most, and who has won prizes for it.</p></div>""",
            List.of(MARTA)),
        arguments(
            "line about the writer",
            "<p><em>Marta Lindqvist is a professor of hydrology and writes about the sea.</em></p>",
            List.of(MARTA)),
        arguments("source", "<p>Quelle: hafenpress</p>", List.of("hafenpress")),
        arguments(
            "cards of other articles",
            """
            <div class="more"><div class="card"><p>Ferries</p><span class="autor">Petra Holm</span></div><div class="card"><p>Gulls</p>
            <span class="autor">Jonas Berg</span></div></div>""",
            List.of()),
        arguments("photographer", "<p>Foto: Jonas Berg</p>", List.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void belowTheHeadline(String shape, String line, List<String> expected) {
    assertThat(authors("", line, "")).as(shape).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void inTheHead(String shape, String head, List<String> expected) {
    assertThat(authors(head, "", "")).as(shape).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void belowTheText(String shape, String tail, List<String> expected) {
    assertThat(authors("", "", tail)).as(shape).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource
  void noAuthors(String line) {
    assertThat(authors("", line, "")).isEmpty();
  }

  static Stream<String> noAuthors() {
    return Stream.of(
        "<div><a href=\"/real-estate\">Real Estate</a><span>Dec 05, 2023</span></div>",
        "<div><a href=\"/world-news\">World News</a> \u2022 <span>4 min read</span></div>",
        "<p class=\"byline\">By admin</p>",
        "<p>Tags: Winter Storm | 4 March 2024</p>",
        "<ul><li><a href=\"/user/login\">Log in</a></li></ul>");
  }

  private static String ld(String author) {
    return """
    <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Tide gauges rise again", "author": %s}</script>"""
        .formatted(author);
  }

  private static List<String> authors(String head, String line, String tail) {
    String html =
        """
        <html lang="en"><head><title>Tide gauges rise again</title>%s
        <meta property="og:site_name" content="The Estuary Post"></head><body>
        <nav><a href="/">Home</a> <a href="/world">World</a></nav><main>
        <h1>Tide gauges rise again</h1>%s
        <p>The harbour gauge read four centimetres above its old record, and the port said that it expects more of that soon.</p>
        <p>It was the third record in a year, and the keeper, who has read it for decades, expects more.</p>
        <p>Engineers will now raise the quay, a work that was planned for the next decade.</p>
        %s</main><footer><p>All rights reserved</p></footer></body></html>
        """
            .formatted(head, line, tail);
    return PagesOfOurs.article(html, "https://estuary-post.example/tide").authors();
  }
}
