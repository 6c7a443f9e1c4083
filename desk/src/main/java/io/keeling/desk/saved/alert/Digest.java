package io.keeling.desk.saved.alert;

import io.keeling.desk.label.Labels;
import io.keeling.desk.messages.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The articles of a message, grouped by their most certain topic and by story. A story is at the
 * position of its first article. Immutable; threads may share it.
 *
 * @param topics in the order of their first articles
 */
record Digest(List<TopicPart> topics) {

  /** A topic's articles; the label is empty if they have no topic. */
  record TopicPart(String label, List<StoryPart> stories) {}

  /** The articles of one story, in order; an article without a story stands alone. */
  record StoryPart(List<Message.Item> tellings) {

    Message.Item first() {
      return tellings.get(0);
    }

    List<Message.Item> further() {
      return tellings.subList(1, tellings.size());
    }
  }

  /**
   * The digest of a message.
   *
   * @param labels topic labels
   */
  static Digest of(Message message, Labels labels) {
    Map<String, List<Message.Item>> stories = new LinkedHashMap<>();
    for (Message.Item item : message.articles()) {
      String story = item.story() == null ? "article " + item.id() : "story " + item.story();
      stories.computeIfAbsent(story, key -> new ArrayList<>()).add(item);
    }
    Map<String, List<StoryPart>> topics = new LinkedHashMap<>();
    for (List<Message.Item> tellings : stories.values()) {
      List<String> of = tellings.get(0).topics();
      topics
          .computeIfAbsent(of.isEmpty() ? "" : labels.topic(of.get(0)), key -> new ArrayList<>())
          .add(new StoryPart(List.copyOf(tellings)));
    }
    return new Digest(
        topics.entrySet().stream()
            .map(topic -> new TopicPart(topic.getKey(), List.copyOf(topic.getValue())))
            .toList());
  }

  /** The subject line: the search, and how many articles are new and corrected. */
  static String subject(Message message) {
    Messages words = message.alert().words();
    long corrected = message.articles().stream().filter(Message.Item::corrected).count();
    long fresh = message.articles().size() - corrected;
    return words.of(
        key(message, fresh, corrected),
        "search",
        message.search(),
        "new",
        fresh,
        "corrected",
        corrected);
  }

  private static String key(Message message, long fresh, long corrected) {
    if (message.content() instanceof Message.Test) {
      return "alert.subject-test";
    }
    if (message.content() instanceof Message.SwitchedOff) {
      return "alert.subject-off";
    }
    if (corrected == 0) {
      return "alert.subject";
    }
    return fresh == 0 ? "alert.subject-only-corrected" : "alert.subject-corrected";
  }
}
