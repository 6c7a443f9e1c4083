package io.keeling.desk.label;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the taxonomy's topics and their groups are called. Immutable and safe to share between
 * threads.
 *
 * <p>Whoever starts the desk takes them from the taxonomy that tags. A topic that the taxonomy does
 * not have is named by its id, in words.
 */
public final class TopicLabels {

  /**
   * A topic.
   *
   * @param id its id in the taxonomy
   * @param group what the group it belongs to is called
   * @param label what it is called
   */
  public record TopicLabel(String id, String group, String label) {}

  private final Map<String, TopicLabel> topics;
  private final List<List<String>> synonyms;

  private TopicLabels(Map<String, TopicLabel> topics, List<List<String>> synonyms) {
    this.topics = Collections.unmodifiableMap(topics);
    this.synonyms = synonyms.stream().map(List::copyOf).toList();
  }

  /** The labels of a taxonomy's topics, in its order. */
  public static TopicLabels of(List<TopicLabel> labels) {
    return of(labels, List.of());
  }

  /**
   * The labels of a taxonomy's topics, in its order.
   *
   * @param synonyms terms of the taxonomy that are names of the same thing, such as IPCC and what
   *     it is short for
   */
  public static TopicLabels of(List<TopicLabel> labels, List<List<String>> synonyms) {
    Map<String, TopicLabel> topics = new LinkedHashMap<>();
    labels.forEach(label -> topics.put(label.id(), label));
    return new TopicLabels(topics, synonyms);
  }

  /** Every topic, in the taxonomy's order. */
  public Map<String, TopicLabel> topics() {
    return topics;
  }

  /** Terms of the taxonomy that are names of the same thing. */
  public List<List<String>> synonyms() {
    return synonyms;
  }

  /** What a topic is called. */
  public String of(String id) {
    TopicLabel known = topics.get(id);
    return known == null ? inWords(id) : known.label();
  }

  /** What the group of a topic is called, empty where the topic is not known. */
  public String group(String id) {
    TopicLabel known = topics.get(id);
    return known == null ? "" : known.group();
  }

  private static String inWords(String id) {
    String words = id.replace('-', ' ');
    return words.isEmpty() ? id : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
