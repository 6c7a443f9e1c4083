package io.keeling.desk.saved.alert;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.desk.articles.diff.ArticleDiff;
import io.keeling.desk.label.Labels;
import io.keeling.desk.label.TopicLabels;
import io.keeling.desk.saved.Alert;
import io.keeling.desk.saved.Channel;
import io.keeling.desk.saved.Rhythm;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DigestTextTest {

  private static final String DESK = "https://desk.example";

  private static final Labels LABELS = new Labels(TopicLabels.of(List.of()));

  private static final Message MESSAGE =
      message(
          "en",
          item("new", "a", "Dam <b>bursts</b>|now", "s1", "Floods"),
          item("new", "b", "Rain *again*", null, "Coal"),
          item("corrected", "c", "A dam\r\nholds", "s1", "Coal"),
          item("new", "d", "No topic", null, null));

  @Test
  void groupsByTopicAndStory() {
    assertThat(DigestText.plain(LABELS, DESK).of(MESSAGE))
        .isEqualTo(
            """
            Rivers & dams: 3 new, 1 corrected

            Floods
            - The Post: Dam <b>bursts</b>|now
                https://desk.example/articles/a
              + Corrected: The Post: A dam holds
                https://desk.example/articles/c

            Coal
            - The Post: Rain *again*
                https://desk.example/articles/b

            - The Post: No topic
                https://desk.example/articles/d

            Open this search
                https://desk.example/searches/s
            """);
  }

  @Test
  void saysWhatRisesInTheLanguageOfWhoIsTold() {
    Message message =
        message("de")
            .with(
                List.of(item("corrected", "a", "Damm", null, "coal")),
                List.of(
                    new Message.Riser("topic", "coal", "Kohle <&>", 12, 3.14),
                    new Message.Riser("name", "Ida\nRune", "Ida\nRune", 1, 0)));
    assertThat(DigestText.plain(LABELS, DESK).of(message))
        .isEqualTo(
            """
            Rivers & dams: 1 korrigiert

            Kohle
            - Korrigiert: The Post: Damm
                https://desk.example/articles/a

            Mehr als sonst in dieser Woche
                https://desk.example/rising?q=dam
            - Kohle <&>: 12 Artikel, erwartet 3,1
            - Ida Rune: 1 Artikel, erwartet 0,0

            Diese Suche
                https://desk.example/searches/s
            """);
    assertThat(DigestText.html(LABELS, DESK).of(message))
        .contains("<a href=\"https://desk.example/rising?q=dam\">", "Kohle &lt;&amp;&gt;: 12");
  }

  @Test
  void aCorrectionSaysWhatChangedAndWhatTheOutletSaysOfIt() {
    Message.Change change =
        new Message.Change(
            ArticleDiff.of(
                    article("a", "A dam", "It fell by 21 % to <b>.").make(),
                    article("a", "A dam", "It fell by 19 % to <b>.").make())
                .remarks(),
            "The figure\nwas <wrong>.");
    Message message = message("en", item("corrected", "a", "A dam", null, null).with(change));

    assertThat(DigestText.plain(LABELS, DESK).of(message))
        .startsWith("Rivers & dams: 1 corrected\n")
        .contains(
            """
            - Corrected: The Post: A dam
                https://desk.example/articles/a
                Changed: 21 % to 19 %; 1 paragraph reworded
                The outlet says: The figure was <wrong>.
            """);
    assertThat(DigestText.slack(LABELS, DESK).of(message))
        .contains(
            "Changed: 21 % to 19 %; 1 paragraph reworded\n",
            "The outlet says: The figure was &lt;wrong&gt;.\n");
    assertThat(DigestText.html(LABELS, DESK).of(message))
        .contains(
            "Changed: 21 % to 19 %; 1 paragraph reworded<br>", "The figure was &lt;wrong&gt;.<br>");
  }

  @Test
  void aTestSaysThatItIsOneAndANoticeWhichChannelIsOff() {
    Message found = message("en");
    assertThat(DigestText.plain(LABELS, DESK).of(saying(found, new Message.Test())))
        .startsWith("Rivers & dams: a test\n\nThis is a test of an alert")
        .endsWith("https://desk.example/searches/s\n");

    Alert gone =
        new Alert(Channel.WEBHOOK, "https://hooks.example/secret", Rhythm.AT_ONCE, true, "en");
    assertThat(DigestText.plain(LABELS, DESK).of(saying(found, new Message.SwitchedOff(gone))))
        .contains("an alert was switched off", "webhook to hooks.example")
        .doesNotContain("secret");
  }

  private static Message saying(Message like, Message.Content content) {
    return new Message(
        like.id(), like.searchId(), like.search(), like.query(), like.alert(), null, content);
  }

  @Test
  void titlesAreNoMarkupToSlack() {
    assertThat(DigestText.slack(LABELS, DESK).of(MESSAGE))
        .startsWith("*Rivers &amp; dams: 3 new, 1 corrected*\n")
        .contains(
            "- The Post: <https://desk.example/articles/a|Dam &lt;b&gt;bursts&lt;/b&gt;¦now>\n");
  }

  @Test
  void titlesAreNoMarkupToMatrix() {
    assertThat(DigestText.html(LABELS, DESK).of(MESSAGE))
        .startsWith("<strong>Rivers &amp; dams: 3 new, 1 corrected</strong><br>\n")
        .contains(
            "<a href=\"https://desk.example/articles/a\">Dam &lt;b&gt;bursts&lt;/b&gt;|now</a>")
        .doesNotContain("<b>");
  }

  private static Message message(String language, Message.Item... items) {
    return new Message(
        "msg_1",
        "s",
        "Rivers & dams",
        "q=dam",
        new Alert(Channel.SLACK, "https://hooks.example/secret", Rhythm.DAILY, true, language),
        null,
        new Message.Found(List.of(items), List.of()));
  }

  private static Message.Item item(
      String kind, String id, String title, @Nullable String story, @Nullable String topic) {
    List<String> topics = topic == null ? List.of() : List.of(topic);
    return new Message.Item(
        kind,
        id,
        "v1",
        title,
        "",
        "https://news.example/" + id,
        "The Post",
        null,
        "en",
        story,
        topics,
        Instant.EPOCH,
        null);
  }
}
