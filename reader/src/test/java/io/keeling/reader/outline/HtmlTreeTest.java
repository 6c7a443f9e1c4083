package io.keeling.reader.outline;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class HtmlTreeTest {

  private static final String BASE = "https://press.example/news/";

  @Test
  void cutsATagNameOfAMegabyte() {
    Document page = HtmlTree.parse("<p>The tide</p><di" + "v".repeat(1_000_000) + ">rose", BASE);

    assertThat(page.body().text()).isEqualTo("The tide rose");
    assertThat(page.body().child(1).tagName()).hasSizeBetween(100, 10_000);
  }

  @Test
  void cutsTheNameOfAnEndTagBehindWhatLooksLikeATagInAScript() {
    String script = "<script>a<b</script" + "x".repeat(1_000_000);

    assertThat(TagNames.cut(script)).startsWith("<script>a<b</scriptx").hasSizeLessThan(10_000);
  }

  @Test
  void leavesTextWithoutSpacesAsItIs() {
    String text = "<p>1<2 </p>" + "\u6f6e".repeat(50_000) + "<" + "\u6f6e".repeat(50_000);

    assertThat(TagNames.cut(text)).isSameAs(text);
  }

  @Test
  void readsAPageOfTemplatesThatJsoupLosesCountOf() {
    Document page = HtmlTree.parse("<noscript>" + "<template>".repeat(20_000) + "The tide", BASE);

    assertThat(page.text()).contains("The tide");
  }

  @Test
  void resolvesNoLinkAgainstAMegabyte() {
    String base = "<base href='https://press.example/" + "a".repeat(1_000_000) + "'>";

    assertThat(HtmlTree.parse(base + "<a href=b>c</a>", BASE).baseUri()).isEqualTo(BASE);
  }

  @Test
  void hasNoLineOfAThousandElementsOrTenThousandCharacters() {
    Document page =
        HtmlTree.parse(
            "<p>By <b>Anna</b></p><p>" + "<br>".repeat(5_000) + "<p>" + "x".repeat(50_000), BASE);

    assertThat(page.select("p")).extracting(HtmlTree::line).containsExactly("By Anna", "", "");
  }
}
