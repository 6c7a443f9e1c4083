package io.keeling.reader;

import static io.keeling.reader.PagesOfOurs.articleOf;
import static io.keeling.reader.PagesOfOurs.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.contract.article.Article;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Pages that write their article only when their script runs. */
class EmbeddedStateTest {

  private static final String SHELL =
      "<div id='root'><h1>Peat bogs are wetter again</h1></div><footer>Island news</footer>";

  private static final List<String> TEXT =
      List.of(
          "The bogs of the western plain hold more water than in any autumn since measuring began.",
          "Eleven thousand dams of turf were built by hand, most of them by school classes in June.",
          "A wet bog keeps its carbon, and the frogs came back before the surveyors had packed up.");

  @Test
  void readsParagraphsOfANextPage() {
    Article article =
        articleOf(
            SHELL
                + "<script id='__NEXT_DATA__' type='application/json'>{'props':{'pageProps':"
                    .replace('\'', '"')
                + json(
                    "{'menu':[{'title':'Home','url':'/'},{'title':'Sea','url':'/sea'}],"
                        + "'article':{'headline':'Peat bogs are wetter again','body':["
                        + "{'type':'paragraph','text':'%s'},{'type':'image','caption':'A dam, seen"
                        + " from above, on the first day of the work.','text':'not this'},"
                        + "{'type':'paragraph','text':'%s'},{'type':'newsletter','text':'Sign up'},"
                        + "{'type':'paragraph','text':'%s'}]}}}}")
                + "</script>");

    assertThat(paragraphs(article)).containsExactlyElementsOf(TEXT);
    assertThat(article.provenance().fields()).containsEntry("text", "embedded-state");
  }

  @Test
  void readsMarkupOfAnAssignedState() {
    Article article =
        articleOf(
            SHELL
                + "<script>window.__INITIAL_STATE__ = "
                + json(
                    "{'user':undefined,'page':{'title':'Peat bogs are wetter again','content':"
                        + "'<p>%s</p><figure><figcaption>A dam in June</figcaption></figure><p>%s</p>"
                        + "<aside><p>More about bogs, and why they matter.</p></aside>"
                        + "<p>%s</p>'}};")
                + "window.other = 1;</script>");

    assertThat(paragraphs(article)).containsExactlyElementsOf(TEXT);
  }

  @Test
  void readsAStateThatIsParsedFromAString() {
    String state =
        json("{'title':'Peat bogs are wetter again','bodyHtml':'<p>%s</p><p>%s</p><p>%s</p>'}");

    Article article =
        articleOf(
            SHELL
                + "<script>window.__PRELOADED_STATE__ = JSON.parse(\""
                + state.replace("\\", "\\\\").replace("\"", "\\\"")
                + "\");</script>");

    assertThat(paragraphs(article)).containsExactlyElementsOf(TEXT);
  }

  @Test
  void followsTheReferencesOfAnApolloCache() {
    Article article =
        articleOf(
            SHELL
                + "<script>window.__APOLLO_STATE__={"
                + json(
                    "'Post:7':{'title':'Peat bogs are wetter again','content':{'paragraphs':["
                        + "{'__ref':'Paragraph:1'},{'__ref':'Paragraph:2'},{'__ref':'Paragraph:3'}]}},"
                        + "'Paragraph:1':{'type':'P','text':'%s'},'Paragraph:2':{'type':'P','text':'%s'},"
                        + "'Paragraph:3':{'type':'P','text':'%s'}}")
                + "</script>");

    assertThat(paragraphs(article)).containsExactlyElementsOf(TEXT);
  }

  @Test
  void readsTheFlatListOfANuxtPage() {
    Article article =
        articleOf(
            SHELL
                + "<script type='application/json' id='__NUXT_DATA__'>"
                + json(
                    "[{'data':1},{'article':2},{'title':3,'html':4},'Peat bogs are wetter again',"
                        + "'<p>%s</p><p>%s</p><p>%s</p>']")
                + "</script>");

    assertThat(paragraphs(article)).containsExactlyElementsOf(TEXT);
  }

  @Test
  void joinsTheRunsOfALine() {
    Article article =
        articleOf(
            SHELL
                + "<script type='application/json'>"
                + json(
                    "{'title':'Peat bogs are wetter again','body':[{'type':'tag','name':'p','children':["
                        + "{'type':'text','data':'%s'}]},{'type':'tag','name':'p','children':["
                        + "{'type':'text','data':'Eleven thousand '},{'type':'tag','name':'a','children':["
                        + "{'type':'text','data':'dams of turf'}]},{'type':'text','data':' were built by"
                        + " hand, most of them by school classes in June.'}]},"
                        + "{'_type':'block','children':[{'_type':'span','text':'A wet bog keeps its"
                        + " carbon, '},{'_type':'span','text':'and the frogs came back before the"
                        + " surveyors had packed up.'}]}]}")
                + "</script>");

    assertThat(paragraphs(article)).containsExactlyElementsOf(TEXT);
  }

  @Test
  void readsTheRowsOfServerComponents() {
    String markup = String.format("<p>%s</p><p>%s</p><p>%s</p>", TEXT.toArray());
    String rows =
        "1:[\"$\",\"html\",null,{\"children\":\"$L2\"}]\n2:I[77,[],\"Page\"]\n3:T"
            + Integer.toHexString(markup.getBytes(StandardCharsets.UTF_8).length)
            + ","
            + markup
            + "4:[\"$\",\"$L2\",null,{\"story\":{\"headline\":\"Peat bogs are wetter again\",\"body\":\"$3\"}}]\n";
    int middle = rows.length() / 2;

    Article article =
        articleOf(
            SHELL
                + "<script>(self.__next_f=self.__next_f||[]).push([0])</script>"
                + push(rows.substring(0, middle))
                + push(rows.substring(middle)));

    assertThat(paragraphs(article)).containsExactlyElementsOf(TEXT);
  }

  @Test
  void readsAnAssignmentBehindOthers() {
    Article article =
        articleOf(
            SHELL
                + "<script>window.Site=window.Site||{};Site.name=\"quay\";Site.flags={};Site.content="
                + json("{'headlines':{'basic':'Peat bogs are wetter again'},'content_elements':[")
                + TEXT.stream()
                    .map(text -> json("{'type':'text','content':'" + text + "'}"))
                    .collect(Collectors.joining(","))
                + "]};Site.more=1;</script>");

    assertThat(paragraphs(article)).containsExactlyElementsOf(TEXT);
  }

  @Test
  void readsTheStateInAnAttribute() {
    String state =
        json(
            "{'props':{'story':{'title':'Peat bogs are wetter again','body':'<p>%s</p><p>%s</p><p>%s</p>'}}}");

    Article article =
        articleOf(
            SHELL.replace(
                "id='root'",
                "id='app' data-page=\""
                    + state.replace("&", "&amp;").replace("\"", "&quot;")
                    + "\""));

    assertThat(paragraphs(article)).containsExactlyElementsOf(TEXT);
  }

  @Test
  void readsWhatIsStreamedBehindThePageAndWhatAShadowTreeHolds() {
    String text = "<p>" + String.join("</p><p>", TEXT) + "</p>";

    assertThat(
            paragraphs(
                articleOf(
                    "<main><h1>Peat bogs are wetter again</h1><template id='B:0'></template></main><div hidden id='S:0'>"
                        + text
                        + "</div><script>$RC('B:0','S:0')</script>")))
        .containsExactlyElementsOf(TEXT);
    assertThat(
            paragraphs(
                articleOf(
                    "<main><h1>Peat bogs are wetter again</h1><story-body><template shadowrootmode='open'><div>"
                        + text
                        + "</div></template></story-body></main>")))
        .containsExactlyElementsOf(TEXT);
  }

  private static String push(String rows) {
    return "<script>self.__next_f.push([1,\""
        + rows.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("</", "<\\/")
        + "\"])</script>";
  }

  @Test
  void takesNoListOfTeasersForABody() {
    Reading reading =
        read(
            SHELL
                + "<script type='application/json'>"
                + json(
                    "{'title':'Peat bogs are wetter again','content':[{'title':'One','url':'/1','text':"
                        + "'%s'},{'title':'Two','url':'/2','text':'%s'},{'title':'Three','url':'/3',"
                        + "'text':'%s'}]}")
                + "</script>");

    assertThat(reading).isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void leavesAShortButWholeArticleAlone() {
    String page =
        "<article><h1>Bridge closed on Sunday</h1><p>The bridge over the Lune is closed on Sunday"
            + " from six in the morning until noon, because the annual swim passes under it.</p>"
            + "<p>Buses turn at the mill, and the museum opens an hour later than on other days.</p>"
            + "</article><script type='application/json'>"
            + json("{'title':'Peat bogs are wetter again','body':'<p>%s</p><p>%s</p><p>%s</p>'}")
            + "</script>";

    assertThat(articleOf(page).text()).startsWith("The bridge").doesNotContain("frogs");
  }

  @Test
  void readsAnAmpPageLikeAnyOther() {
    String page =
        "<amp-sidebar><ul><li><a href='/'>Home</a></li></ul></amp-sidebar><article><h1>Peat bogs are"
            + " wetter again</h1><amp-img src='/bog.jpg'></amp-img><p>"
            + String.join("</p><amp-ad type='x'>Buy boots</amp-ad><p>", TEXT)
            + "</p></article><amp-consent><div>We use cookies and ask for your consent.</div>"
            + "</amp-consent>";

    assertThat(paragraphs(articleOf(page))).containsExactlyElementsOf(TEXT);
  }

  private static List<String> paragraphs(Article article) {
    return List.of(article.text().split("\n\n"));
  }

  private static String json(String shape) {
    return String.format(shape.replace('\'', '"'), TEXT.toArray());
  }
}
