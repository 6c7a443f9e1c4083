package io.keeling.desk.saved.alert;

import io.keeling.desk.label.Labels;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.saved.Alert;
import io.keeling.desk.saved.alert.Digest.StoryPart;
import io.keeling.desk.saved.alert.Digest.TopicPart;
import java.util.function.UnaryOperator;

/**
 * Formats a message as text for mail or a chat, in the receiver's language. Immutable; threads may
 * share it.
 */
final class DigestText {

  /** Writes a title with its address. */
  @FunctionalInterface
  interface Linked {
    String write(String title, String address);
  }

  private final Labels labels;
  private final String baseUrl;
  private final UnaryOperator<String> escaped;
  private final UnaryOperator<String> strong;
  private final Linked linked;
  private final String newline;

  private DigestText(
      Labels labels,
      String baseUrl,
      UnaryOperator<String> escaped,
      UnaryOperator<String> strong,
      Linked linked,
      String newline) {
    this.labels = labels;
    this.baseUrl = baseUrl;
    this.escaped = escaped;
    this.strong = strong;
    this.linked = linked;
    this.newline = newline;
  }

  /** Plain text, for mail. */
  static DigestText plain(Labels labels, String baseUrl) {
    return new DigestText(
        labels,
        baseUrl,
        text -> text,
        text -> text,
        (title, address) -> title + "\n    " + address,
        "\n");
  }

  /** For Slack (mrkdwn; docs.slack.dev, "Formatting message text"). */
  static DigestText slack(Labels labels, String baseUrl) {
    return new DigestText(
        labels,
        baseUrl,
        DigestText::entities,
        text -> "*" + text.replace("*", "∗") + "*",
        (title, address) -> "<" + address + "|" + title.replace('|', '¦') + ">",
        "\n");
  }

  /** HTML paragraphs, for Matrix. */
  static DigestText html(Labels labels, String baseUrl) {
    return new DigestText(
        labels,
        baseUrl,
        text -> entities(text).replace("\"", "&quot;"),
        text -> "<strong>" + text + "</strong>",
        (title, address) -> "<a href=\"" + address + "\">" + title + "</a>",
        "<br>\n");
  }

  private static String entities(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  String of(Message message) {
    Messages words = message.alert().words();
    StringBuilder text = new StringBuilder();
    line(text, strong.apply(escaped.apply(Digest.subject(message))));
    if (message.content() instanceof Message.Test) {
      line(text, "");
      line(text, escaped.apply(words.of("alert.test")));
    } else if (message.content() instanceof Message.SwitchedOff off) {
      line(text, "");
      line(text, escaped.apply(switchedOff(off.gone(), words)));
    }
    for (TopicPart topic : Digest.of(message, labels.in(words)).topics()) {
      line(text, "");
      if (!topic.label().isEmpty()) {
        line(text, strong.apply(escaped.apply(topic.label())));
      }
      topic.stories().forEach(story -> story(text, story, words));
    }
    if (!message.rising().isEmpty()) {
      rising(text, message, words);
    }
    line(text, "");
    line(text, linked.write(words.of("alert.search"), baseUrl + "/searches/" + message.searchId()));
    return text.toString();
  }

  private void rising(StringBuilder text, Message message, Messages words) {
    line(text, "");
    String page = baseUrl + "/rising" + (message.query().isEmpty() ? "" : "?" + message.query());
    line(text, linked.write(strong.apply(words.of("alert.rising")), escaped.apply(page)));
    for (Message.Riser riser : message.rising()) {
      String line =
          words.of(
              "alert.riser",
              "what",
              oneLine(riser.label()),
              "count",
              riser.count(),
              "expected",
              riser.expected());
      line(text, "- " + escaped.apply(line));
    }
  }

  private static String switchedOff(Alert gone, Messages words) {
    return words.of(
        "alert.off", "channel", gone.channel().label(words), "target", gone.shownTarget());
  }

  private void story(StringBuilder text, StoryPart story, Messages words) {
    line(text, "- " + article(story.first(), words));
    change(text, story.first(), words);
    for (Message.Item telling : story.further()) {
      line(text, "  + " + article(telling, words));
      change(text, telling, words);
    }
  }

  /** Appends what a correction changed, and the outlet's note. */
  private void change(StringBuilder text, Message.Item item, Messages words) {
    if (item.change() == null) {
      return;
    }
    String line = words.of("alert.change", "change", oneLine(item.change().line(words)));
    line(text, "    " + escaped.apply(line));
    if (item.change().note() != null) {
      String note = words.of("alert.note", "note", oneLine(item.change().note()));
      line(text, "    " + escaped.apply(note));
    }
  }

  /** Links to the article at the desk, as an outlet's address might break the markup. */
  private String article(Message.Item item, Messages words) {
    String source = escaped.apply(oneLine(item.source()));
    String title =
        linked.write(escaped.apply(oneLine(item.title())), baseUrl + "/articles/" + item.id());
    String mark = item.corrected() ? words.of("alert.corrected") + " " : "";
    return mark + source + ": " + title;
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  private void line(StringBuilder text, String line) {
    text.append(line).append(newline);
  }
}
