package io.keeling.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.desk.messages.Languages;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.web.Failure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desk shows while it cannot show articles. */
class StatesTest {

  private static final Messages GERMAN = Languages.of("de").orElseThrow();

  @ParameterizedTest
  @ValueSource(strings = {"away", "schema-missing", "index-away"})
  void aDeskThatIsAwayIsWaitedFor(String key) {
    Document page = page(Failure.of(503, key), Languages.ENGLISH, OptionalInt.empty());

    assertThat(page.select("h1").text()).isEqualTo("The desk is closed for a moment");
    assertThat(page.select(".notice").attr("data-wait")).isEqualTo("/readyz");
    assertThat(page.select(".notice a").attr("href")).isEqualTo("/?q=coal");
    assertThat(page.select("#waiting").hasAttr("hidden")).isTrue();
  }

  @Test
  void anIndexThatIsBuiltSaysHowFarItIs() {
    Document page = page(Failure.rebuilding(43), GERMAN, OptionalInt.empty());

    assertThat(page.select("h1").text()).isEqualTo("Der Index wird aufgebaut");
    assertThat(page.select(".notice").text()).contains("43 % sind fertig");
    assertThat(page.select(".notice").attr("data-wait")).isEqualTo("/readyz");
  }

  @Test
  void anIndexThatCatchesUpSaysSoAboveThePage() {
    Document page = page(Failure.of(404, "address-unknown"), Languages.ENGLISH, OptionalInt.of(97));

    assertThat(page.select(".notice-line").text())
        .isEqualTo(
            "The index is catching up (97 %): the newest articles may be missing for a moment.");
    assertThat(
            page(Failure.of(404, "address-unknown"), Languages.ENGLISH, OptionalInt.empty())
                .select(".notice-line"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"too-long", "exports", "broken", "address-unknown"})
  void whatDoesNotPassByItselfIsNotWaitedFor(String key) {
    Document page = page(Failure.of(503, key), GERMAN, OptionalInt.empty());

    assertThat(page.select(".notice").hasAttr("data-wait")).isFalse();
    assertThat(page.select(".notice a").attr("href")).isEqualTo("/");
  }

  private static Document page(Failure failure, Messages messages, OptionalInt catchingUp) {
    Frame frame =
        new Frame(
            new Site("Keeling", "/a.css", "/a.js", "/a.svg"),
            messages,
            List.of(),
            new Frame.Search("", List.of()),
            catchingUp,
            null,
            false,
            List.of());
    byte[] page =
        new Templates()
            .render(
                "error.jte",
                new ErrorPage.View(
                    frame,
                    failure.title(messages),
                    failure.message(messages),
                    "/?q=coal",
                    failure.passes()));
    return Jsoup.parse(new String(page, StandardCharsets.UTF_8));
  }
}
