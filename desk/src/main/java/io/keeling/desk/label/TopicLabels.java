package io.keeling.desk.label;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Labels of the taxonomy's topics and groups. Immutable; threads may share it.
 *
 * <p>They come from the taxonomy that tags articles; a topic missing there is shown by its id, in
 * words.
 */
public final class TopicLabels {

  /**
   * A topic.
   *
   * @param id its id in the taxonomy
   * @param group the label of its group
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
   * @param synonyms terms that mean the same, such as IPCC and its long form
   */
  public static TopicLabels of(List<TopicLabel> labels, List<List<String>> synonyms) {
    Map<String, TopicLabel> topics = new LinkedHashMap<>();
    labels.forEach(label -> topics.put(label.id(), label));
    return new TopicLabels(topics, synonyms);
  }

  public Map<String, TopicLabel> topics() {
    return topics;
  }

  /** Sets of terms in the taxonomy that mean the same. */
  public List<List<String>> synonyms() {
    return synonyms;
  }

  public String of(String id) {
    TopicLabel known = topics.get(id);
    return known == null ? inWords(id) : known.label();
  }

  /** The name of a topic's group; empty where the topic is unknown. */
  public String group(String id) {
    TopicLabel known = topics.get(id);
    return known == null ? "" : known.group();
  }

  private static String inWords(String id) {
    String words = id.replace('-', ' ');
    return words.isEmpty() ? id : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
