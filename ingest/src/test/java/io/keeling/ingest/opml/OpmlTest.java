package io.keeling.ingest.opml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.contract.source.Source;
import io.keeling.contract.source.SourceKind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpmlTest {

  private static final Source FEED =
      new Source(
          "news",
          SourceKind.FEED,
          "https://a.example/feed?x=1&y=2",
          "The \"News\" & more",
          "en",
          null,
          null);
  private static final Source SECTION =
      new Source(
          "local",
          SourceKind.SECTION,
          "https://b.example/local",
          "Local <b>",
          null,
          "/\\d{4}/[a-z]+",
          Duration.ofMinutes(20));
  private static final Source SITEMAP =
      new Source(
          "map", SourceKind.SITEMAP, "https://c.example/sitemap.xml", "Map", null, null, null);

  private static Opml.Read read(String opml, Source... present) throws Opml.NotOpmlException {
    return Opml.read(opml.getBytes(UTF_8), List.of(present));
  }

  @Test
  void whatIsWrittenReadsBackTheSame() throws Exception {
    String opml = Opml.write(List.of(FEED, SECTION, SITEMAP));

    assertThat(read(opml).fresh()).containsExactly(FEED, SECTION, SITEMAP);
    assertThat(opml).contains("type=\"rss\"", "xmlUrl=\"https://a.example/feed?x=1&amp;y=2\"");
  }

  @Test
  void writesNamesThatXmlDoesNotAllow() throws Exception {
    Source odd =
        new Source(
            "odd", SourceKind.FEED, "https://a.example/f", "A\u0000\u0001B", null, null, null);
    assertThat(read(Opml.write(List.of(odd))).fresh().get(0).name()).isEqualTo("AB");
  }

  @Test
  void readsTheListsOfOtherPrograms() throws Exception {
    Opml.Read read =
        read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="1.0"><head><title>My feeds</title></head><body>
            <outline text="News"><outline text="World">
              <outline type="rss" title="Wire" text="Wire" xmlUrl="https://www.wire.example/a.xml"
                htmlUrl="https://www.wire.example/" language="en-us"/>
              <outline type="rss" xmlurl="https://www.wire.example/b.xml"/>
            </outline></outline>
            <outline type="link" text="A page" url="https://page.example/"/>
            <outline type="rss" text="Old" xmlUrl="feed://old.example/rss"/>
            <outline type="rss" text="Odd" xmlUrl="feed:https://odd.example/rss"/>
            <outline type="rss" text="Local" xmlUrl="file:///etc/passwd"/>
            </body></opml>""");
    assertThat(read.fresh())
        .containsExactly(
            new Source(
                "wire-example",
                SourceKind.FEED,
                "https://www.wire.example/a.xml",
                "Wire",
                "en",
                null,
                null),
            new Source(
                "wire-example-2",
                SourceKind.FEED,
                "https://www.wire.example/b.xml",
                "www.wire.example",
                null,
                null,
                null),
            new Source(
                "old-example", SourceKind.FEED, "http://old.example/rss", "Old", null, null, null),
            new Source(
                "odd-example",
                SourceKind.FEED,
                "https://odd.example/rss",
                "Odd",
                null,
                null,
                null));
    assertThat(read.skipped()).containsExactly("file:///etc/passwd: not an http(s) address");
  }

  @Test
  void leavesWhatIsWatchedAlone() throws Exception {
    String opml = Opml.write(List.of(FEED, SITEMAP));
    Source sameAddress =
        new Source(
            "mine",
            SourceKind.FEED,
            "http://A.example:80/feed?x=1&y=2#top",
            "Mine",
            null,
            null,
            null);
    Source sameId =
        new Source("map", SourceKind.FEED, "https://d.example/feed", "D", null, null, null);

    Opml.Read read = read(opml, sameAddress, sameId);

    assertThat(read.watched()).isEqualTo(1);
    assertThat(read.fresh()).extracting(Source::id).containsExactly("c-example");
  }

  @Test
  void mendsAListThatIsNotWellFormed() throws Exception {
    Opml.Read read =
        read(
            "\n<?xml version=\"1.0\"?><opml version=\"2.0\"><body><outline text=\"R&D &eacute;\""
                + " xmlUrl=\"https://a.example/?a=1&b=2\"/></body></opml>trailing");
    assertThat(read.fresh().get(0).url()).isEqualTo("https://a.example/?a=1&b=2");
    assertThat(read.fresh().get(0).name()).isEqualTo("R&D é");
  }

  @Test
  void saysWhichOutlinesCannotBeWatched() throws Exception {
    Opml.Read read =
        read(
            Opml.write(List.of(FEED, SECTION))
                .replace("PT20M", "often")
                .replace("keeling:kind=\"feed\"", "keeling:kind=\"podcast\""));
    assertThat(read.fresh()).isEmpty();
    assertThat(read.skipped())
        .hasSize(2)
        .allMatch(line -> line.startsWith("https://") && line.contains(": "));
  }

  @Test
  void readsNoFileAndExpandsNoBombOnBehalfOfAList() {
    String evil =
        "<!DOCTYPE opml [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><opml version=\"2.0\"><body>"
            + "<outline text=\"&x;\" xmlUrl=\"https://a.example/f\"/></body></opml>";
    assertThatThrownBy(() -> read(evil.replace("</opml>", ""))).hasMessageContaining("broken");
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> assertThat(read(evil).fresh().get(0).name()).isEqualTo("&x;")))
        .isNull();
  }

  @Test
  void saysWhatIsNoOpml() {
    assertThatThrownBy(() -> read("<html></html>"))
        .isInstanceOf(Opml.NotOpmlException.class)
        .hasMessageContaining("opml");
    assertThatThrownBy(() -> read("")).isInstanceOf(Opml.NotOpmlException.class);
  }

  @Test
  void makesIdsThatAreFreeAndNotTooLong() {
    assertThat(SourceIds.free("www.a.example", Set.of("a-example", "a-example-2")))
        .isEqualTo("a-example-3");
    assertThat(SourceIds.free("x".repeat(100), Set.of("x".repeat(64)))).hasSize(64).endsWith("-2");
    assertThat(SourceIds.free("[::1]", Set.of())).isEqualTo("1");
  }
}
