package io.keeling.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All who wrote an article are found, however a page sets their names beside one another. */
class CoAuthorsTest {

  private static final String MARTA = "Marta Lindqvist";
  private static final String JONAS = "Jonas Berg";
  private static final String PETRA = "Petra Holm";
  private static final List<String> TWO = List.of(MARTA, JONAS);
  private static final List<String> THREE = List.of(MARTA, JONAS, PETRA);

  static Stream<Arguments> markup() {
    return Stream.of(
        arguments(
            "links",
            "<p class='byline'>By <a rel='author' href='/a/m'>Marta Lindqvist</a> and"
                + " <a rel='author' href='/a/j'>Jonas Berg</a></p>",
            TWO),
        arguments(
            "links without words between",
            "<div class='byline'><a href='/author/m'>Marta Lindqvist</a>"
                + "<a href='/author/j'>Jonas Berg</a><a href='/author/p'>Petra Holm</a></div>",
            THREE),
        arguments(
            "boxes of their own",
            "<div class='authors'><div class='author'><img src='/m.jpg'><span>Marta"
                + " Lindqvist</span><span>Coast reporter</span></div><div class='author'><img"
                + " src='/j.jpg'><span>Jonas Berg</span><span>Editor</span></div></div>",
            TWO),
        arguments(
            "list items",
            "<ul class='author-list'><li><a href='/people/m'>Marta Lindqvist</a>, reporter</li>"
                + "<li><a href='/people/j'>Jonas Berg</a>, data editor</li></ul>",
            TWO),
        arguments(
            "microdata",
            "<span itemprop='author' itemscope><span itemprop='name'>Marta Lindqvist</span></span>,"
                + " <span itemprop='author' itemscope><span itemprop='name'>Jonas"
                + " Berg</span></span>",
            TWO),
        arguments(
            "roles behind names",
            "<p>By Marta Lindqvist, Senior Reporter, and Jonas Berg, Correspondent</p>",
            TWO),
        arguments(
            "places behind names",
            "<p>By Marta Lindqvist in Bergen and Jonas Berg in Oslo</p>",
            TWO),
        arguments(
            "outlets behind names",
            "<p>By Marta Lindqvist and Jonas Berg, The Estuary Post</p>",
            TWO),
        arguments("lines", "<p>By Marta Lindqvist<br>and Jonas Berg</p>", TWO),
        arguments("capitals", "<p>BY MARTA LINDQVIST, JONAS BERG AND PETRA HOLM</p>", THREE),
        arguments("bars", "<p>By Marta Lindqvist | Jonas Berg | March 4, 2024</p>", TWO),
        arguments("a serial comma", "<p>By Marta Lindqvist, Jonas Berg, and Petra Holm</p>", THREE),
        arguments("plus", "<p>By Marta Lindqvist + Jonas Berg</p>", TWO),
        arguments("two lines that say by", "<p>By Marta Lindqvist</p><p>By Jonas Berg</p>", TWO),
        arguments(
            "a date between",
            "<p class='byline'>By Marta Lindqvist and Jonas Berg</p><time datetime='2024-03-04'>4"
                + " March 2024</time>",
            TWO),
        arguments(
            "one declared, two shown",
            ld("{\"@type\":\"Person\",\"name\":\"Marta Lindqvist\"}")
                + "<p class='byline'>By Marta Lindqvist and Jonas Berg</p>",
            TWO),
        arguments(
            "two declared, one shown",
            ld(
                    "[{\"@type\":\"Person\",\"name\":\"Marta"
                        + " Lindqvist\"},{\"@type\":\"Person\",\"name\":\"Jonas Berg\"}]")
                + "<p class='byline'>By Marta Lindqvist and others</p>",
            TWO),
        arguments(
            "one name for both declared",
            ld("{\"@type\":\"Person\",\"name\":\"Marta Lindqvist, Jonas Berg\"}"),
            TWO),
        arguments(
            "names joined by and declared",
            ld("{\"@type\":\"Person\",\"name\":\"Marta Lindqvist and Jonas Berg\"}"),
            TWO),
        arguments(
            "declared one by one",
            ld("{\"@type\":\"Person\",\"name\":[\"Marta Lindqvist\",\"Jonas Berg\"]}"),
            TWO),
        arguments(
            "a person and the outlet declared",
            ld(
                "[{\"@type\":\"Organization\",\"name\":\"The Estuary"
                    + " Post\"},{\"@type\":\"Person\",\"name\":\"Marta"
                    + " Lindqvist\"},{\"@type\":\"Person\",\"name\":\"Jonas Berg\"}]"),
            TWO),
        arguments(
            "metas",
            "<meta name='author' content='Marta Lindqvist'><meta name='author' content='Jonas"
                + " Berg'>",
            TWO),
        arguments(
            "one meta",
            "<meta name='author' content='Marta Lindqvist, Jonas Berg, Petra Holm'>",
            THREE),
        arguments(
            "metas of a feed",
            "<meta name='parsely-author' content='Marta Lindqvist'><meta name='parsely-author'"
                + " content='Jonas Berg'>",
            TWO),
        arguments(
            "one meta, two shown",
            "<meta name='author' content='Marta Lindqvist'><p>By Marta Lindqvist and Jonas"
                + " Berg</p>",
            TWO),
        arguments(
            "citation",
            "<meta name='citation_author' content='Lindqvist, Marta'><meta name='citation_author'"
                + " content='Berg, Jonas'>",
            TWO));
  }

  private static String ld(String author) {
    return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Tide"
        + " gauges rise again\",\"author\":"
        + author
        + "}</script>";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("markup")
  void findsAllWhoWroteIt(String shape, String markup, List<String> authors) {
    assertThat(authors("en", markup)).containsExactlyElementsOf(authors);
  }

  /** The words that join names, and stand before them, in other languages. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "de;Von Marta Lindqvist und Jonas Berg",
        "de;Von Marta Lindqvist, Bergen, und Jonas Berg, Oslo",
        "de;Marta Lindqvist, Jonas Berg | 4. März 2024",
        "fr;Par Marta Lindqvist et Jonas Berg",
        "fr;Par Marta Lindqvist (à Bergen) et Jonas Berg (à Oslo)",
        "es;Por Marta Lindqvist y Jonas Berg",
        "es;Marta Lindqvist / Jonas Berg | 4 de marzo de 2024",
        "pt;Por Marta Lindqvist e Jonas Berg",
        "it;di Marta Lindqvist e Jonas Berg",
        "nl;Door Marta Lindqvist en Jonas Berg",
        "da;Af Marta Lindqvist og Jonas Berg",
        "nb;Av Marta Lindqvist og Jonas Berg",
        "sv;Av Marta Lindqvist och Jonas Berg",
        "fi;Teksti: Marta Lindqvist ja Jonas Berg",
        "pl;Autorzy: Marta Lindqvist, Jonas Berg",
        "cs;Autoři: Marta Lindqvist a Jonas Berg",
        "hr;Piše: Marta Lindqvist i Jonas Berg",
        "tr;Yazan: Marta Lindqvist ve Jonas Berg",
        "ro;De Marta Lindqvist și Jonas Berg",
        "hu;Írta: Marta Lindqvist és Jonas Berg",
        "el;Των Marta Lindqvist και Jonas Berg",
        "id;Oleh: Marta Lindqvist dan Jonas Berg",
      })
  void findsBothInOtherLanguages(String language, String line) {
    assertThat(authors(language, "<div class='byline'>" + line + "</div>"))
        .containsExactlyElementsOf(TWO);
  }

  private static List<String> authors(String language, String below) {
    String html =
        """
        <html lang="%s"><head><title>Tide gauges rise again</title><meta property="og:site_name" content="The Estuary Post"></head><body>
        <main><h1>Tide gauges rise again</h1>%s
        <p>The harbour gauge read four centimetres above its old record, and the port said that it expects more of that soon.</p>
        <p>It was the third record in a year, and the keeper, who has read it for decades, expects more.</p>
        <p>Engineers will now raise the quay, a work that was planned for the next decade.</p></main></body></html>
        """
            .formatted(language, below);
    return PagesOfOurs.article(html, "https://estuary-post.example/tide").authors();
  }
}
