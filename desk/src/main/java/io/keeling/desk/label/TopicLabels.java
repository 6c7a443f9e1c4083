package io.keeling.desk.label;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Labels of the taxonomy's topics and groups. Immutable; threads may share it.
 *
 * <p>They come from the taxonomy that tags articles. A topic missing there is shown as the words of
 * its id.
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

  /** The labels of a taxonomy's topics, in the order of the taxonomy. */
  public static TopicLabels of(List<TopicLabel> labels) {
    return of(labels, List.of());
  }

  /**
   * The labels of a taxonomy's topics, in the order of the taxonomy.
   *
   * @param synonyms sets of terms with the same meaning, such as IPCC and its long form
   */
  public static TopicLabels of(List<TopicLabel> labels, List<List<String>> synonyms) {
    Map<String, TopicLabel> topics = new LinkedHashMap<>();
    labels.forEach(label -> topics.put(label.id(), label));
    return new TopicLabels(topics, synonyms);
  }

  public Map<String, TopicLabel> topics() {
    return topics;
  }

  /** The taxonomy's sets of terms with the same meaning. */
  public List<List<String>> synonyms() {
    return synonyms;
  }

  public String of(String id) {
    TopicLabel known = topics.get(id);
    return known == null ? inWords(id) : known.label();
  }

  /** The name of a topic's group; empty if the topic is unknown. */
  public String group(String id) {
    TopicLabel known = topics.get(id);
    return known == null ? "" : known.group();
  }

  private static String inWords(String id) {
    String words = id.replace('-', ' ');
    return words.isEmpty() ? id : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
