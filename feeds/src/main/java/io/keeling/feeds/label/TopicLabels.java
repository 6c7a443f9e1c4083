package io.keeling.feeds.label;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
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
   * @param group id of the group it belongs to
   * @param label what it is called
   */
  public record TopicLabel(String id, String group, String label) {}

  private final Map<String, TopicLabel> topics;

  private TopicLabels(Map<String, TopicLabel> topics) {
    this.topics = Collections.unmodifiableMap(topics);
  }

  /** The labels of this release. */
  public static TopicLabels load() {
    InputStream resource =
        Objects.requireNonNull(
            TopicLabels.class.getResourceAsStream("/io/keeling/feeds/topics.tsv"));
    Map<String, TopicLabel> topics = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(cells -> topics.put(cells[0], new TopicLabel(cells[0], cells[1], cells[2])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TopicLabels(topics);
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
    return known == null ? "" : GROUPS.getOrDefault(known.group(), inWords(known.group()));
  }

  private static String inWords(String id) {
    String words = id.replace('-', ' ');
    return words.isEmpty() ? id : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
