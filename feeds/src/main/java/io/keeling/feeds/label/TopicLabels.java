package io.keeling.feeds.label;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the taxonomy's topics and their groups are called. Immutable and safe to share between
 * threads.
 *
 * <p>A topic that this release does not know yet is named by its id, in words.
 */
public final class TopicLabels {

  private static final Map<String, String> GROUPS =
      Map.of("money-society", "Money & society", "people", "People");

  /**
   * A topic.
   *
   * @param id its id in the taxonomy
   * @param group what the group it belongs to is called
   * @param label what it is called
   */
  public record TopicLabel(String id, String group, String label) {}

  private final Map<String, TopicLabel> topics;

  private TopicLabels(Map<String, TopicLabel> topics) {
    this.topics = Collections.unmodifiableMap(topics);
  }

  /** The labels of a taxonomy's topics, in its order. */
  public static TopicLabels of(List<TopicLabel> labels) {
    Map<String, TopicLabel> topics = new LinkedHashMap<>();
    labels.forEach(label -> topics.put(label.id(), label));
    return new TopicLabels(topics);
  }

  /** The labels of the taxonomy that comes with Keeling. */
  public static TopicLabels load() {
    InputStream resource =
        Objects.requireNonNull(
            TopicLabels.class.getResourceAsStream("/io/keeling/feeds/topics.tsv"));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      return of(
          lines
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split("\t", -1))
              .map(cells -> new TopicLabel(cells[0], group(cells), cells[2]))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String group(String[] cells) {
    return GROUPS.getOrDefault(cells[1], inWords(cells[1]));
  }

  /** Every topic, in the taxonomy's order. */
  public Map<String, TopicLabel> topics() {
    return topics;
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
