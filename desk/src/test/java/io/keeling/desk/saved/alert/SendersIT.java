package io.keeling.desk.saved.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.keeling.desk.config.AlertsConfig;
import io.keeling.desk.config.MailConfig;
import io.keeling.desk.config.MailConfig.Security;
import io.keeling.desk.label.Labels;
import io.keeling.desk.label.TopicLabels;
import io.keeling.desk.saved.Alert;
import io.keeling.desk.saved.Channel;
import io.keeling.desk.saved.Rhythm;
import io.keeling.desk.saved.alert.Sender.Result;
import io.keeling.desk.saved.alert.Sender.Sent;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What arrives where mail and chats are told. */
class SendersIT {

  private static final Labels LABELS = new Labels(TopicLabels.of(List.of()));
  private static final String DESK = "https://desk.example";

  private GreenMail server;
  private Receiver chat;
  private HttpPosts posts;

  @BeforeEach
  void open() throws Exception {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.setUser("desk@example.org", "desk", "secret");
    server.start();
    chat = new Receiver();
    posts =
        new HttpPosts(
            new AlertsConfig(
                false, List.of("127.0.0.0/8"), Duration.ofSeconds(1), MailConfig.defaults()));
  }

  @AfterEach
  void close() {
    server.stop();
    chat.close();
    posts.close();
  }

  @Test
  void mailArrivesAsPlainTextUnderOneIdHoweverOftenItIsSent() throws Exception {
    // given
    MailSender sender = sender("desk", "secret", server.getSmtp().getPort());
    Message message = message(Channel.EMAIL, "ina@example.org");

    // when
    assertThat(sender.send(message)).isEqualTo(Sent.taken(null));
    assertThat(sender.send(message)).isEqualTo(Sent.taken(null));

    // then
    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails).hasSize(2);
    assertThat(mails[0].getSubject()).isEqualTo("Küste: 1 new");
    assertThat(mails[0].getMessageID())
        .isEqualTo("<msg_1@example.org>")
        .isEqualTo(mails[1].getMessageID());
    assertThat(mails[0].getFrom()[0]).hasToString("desk@example.org");
    assertThat(mails[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mails[0].getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
    assertThat(String.valueOf(mails[0].getContent()))
        .contains("The Post: Floods – again", "https://desk.example/articles/a");
    assertThat(GreenMailUtil.getWholeMessage(mails[0])).doesNotContain("secret");
  }

  @Test
  void mailIsInTheLanguageThatWasAskedFor() throws Exception {
    Message message = message(Channel.EMAIL, "ina@example.org", "de");

    assertThat(sender("desk", "secret", server.getSmtp().getPort()).send(message))
        .isEqualTo(Sent.taken(null));

    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("Küste: 1 neuer");
    assertThat(String.valueOf(mail.getContent()))
        .contains(
            "Mehr als sonst in dieser Woche",
            "https://desk.example/rising?q=coast",
            "- Ida: 5 Artikel, erwartet 1,2",
            "Diese Suche");
  }

  @Test
  void aWrongPasswordOrAServerThatIsAwayIsWorthAnotherAttempt() {
    Message message = message(Channel.EMAIL, "ina@example.org");
    Sent refused = sender("desk", "wrong", server.getSmtp().getPort()).send(message);
    assertThat(refused.result()).isEqualTo(Result.FAILED);
    assertThat(refused.problem()).doesNotContain("wrong", "ina");

    int port = server.getSmtp().getPort();
    server.stop();
    assertThat(sender("desk", "secret", port).send(message).result()).isEqualTo(Result.FAILED);
  }

  @Test
  void withoutTlsNothingIsSentWhereItIsAskedFor() {
    MailSender sender =
        new MailSender(
            config("desk", "secret", server.getSmtp().getPort(), Security.STARTTLS), LABELS, DESK);

    Sent sent = sender.send(message(Channel.EMAIL, "ina@example.org"));

    assertThat(sent.result()).isEqualTo(Result.FAILED);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aChatIsToldAsItsWebhooksTakeIt() {
    assertThat(
            ChatSender.slack(posts, LABELS, DESK)
                .send(message(Channel.SLACK, chat.address("/slack"))))
        .isEqualTo(Sent.taken(204));
    assertThat(
            ChatSender.matrix(posts, LABELS, DESK)
                .send(message(Channel.MATRIX, chat.address("/matrix"))))
        .isEqualTo(Sent.taken(204));

    Receiver.Request slack = chat.requests("/slack").get(0);
    assertThat(slack.headers().get("content-type")).startsWith("application/json");
    assertThat(slack.json().get("text").asText())
        .contains("<https://desk.example/articles/a|Floods – again>");
    Receiver.Request matrix = chat.requests("/matrix").get(0);
    assertThat(matrix.json().get("text").asText()).contains("Floods – again");
    assertThat(matrix.json().get("html").asText())
        .contains("<a href=\"https://desk.example/articles/a\">Floods – again</a>");
  }

  private MailSender sender(String user, String password, int port) {
    return new MailSender(config(user, password, port, Security.NONE), LABELS, DESK);
  }

  private static MailConfig config(
      @Nullable String user, String password, int port, Security security) {
    return new MailConfig("127.0.0.1", port, security, user, password, null, "desk@example.org");
  }

  private static Message message(Channel channel, String target) {
    return message(channel, target, "en");
  }

  private static Message message(Channel channel, String target, String language) {
    return new Message(
        "msg_1",
        "s",
        "Küste",
        "q=coast",
        new Alert(channel, target, Rhythm.AT_ONCE, true, language),
        null,
        new Message.Found(
            List.of(
                new Message.Item(
                    "new",
                    "a",
                    "v1",
                    "Floods – again",
                    "",
                    "https://news.example/a",
                    "The Post",
                    null,
                    "en",
                    null,
                    List.of("floods"),
                    Instant.EPOCH,
                    null)),
            List.of(new Message.Riser("name", "Ida", "Ida", 5, 1.2))));
  }
}
