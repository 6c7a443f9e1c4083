package io.keeling.training.topics;

import io.keeling.training.corpus.LabelledParagraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts long articles together from labelled paragraphs, to fit how much a passage counts among
 * many: those about climate change or near it have one topic in common and others between, those
 * that mention it do so in one paragraph. Not for sharing between threads.
 */
final class JoinedArticles {

  /**
   * Shortest paragraph that is taken, in UTF-16 code units: a shorter one is seldom a whole
   * sentence.
   */
  private static final int SHORTEST = 100;

  /**
   * Most doublings from a single paragraph to an article: 2^4.2 is 18 paragraphs, a long news
   * article.
   */
  private static final double DOUBLINGS = 4.2;

  private final Random random;
  private final Map<String, List<LabelledParagraph>> byGrade = new HashMap<>();
  private final Map<String, Map<String, List<LabelledParagraph>>> byTopic = new HashMap<>();

  JoinedArticles(Collection<LabelledParagraph> paragraphs, long seed) {
    this.random = new Random(seed);
    for (LabelledParagraph paragraph : paragraphs) {
      if (paragraph.text().length() >= SHORTEST) {
        byGrade.computeIfAbsent(paragraph.grade(), g -> new ArrayList<>()).add(paragraph);
        for (String topic : paragraph.topics()) {
          byTopic
              .computeIfAbsent(paragraph.grade(), g -> new TreeMap<>())
              .computeIfAbsent(topic, t -> new ArrayList<>())
              .add(paragraph);
        }
      }
    }
  }

  /** Another article; a fifth is about climate change, half has nothing to do with our field. */
  LabelledParagraph next() {
    int size = (int) Math.round(Math.pow(2, 0.6 + random.nextDouble() * (DOUBLINGS - 0.6)));
    double kind = random.nextDouble();
    if (kind < 0.2) {
      return about("main", size, random.nextInt(10) < 3 ? "adjacent" : "none");
    }
    if (kind < 0.4) {
      return about("adjacent", size, "none");
    }
    return kind < 0.55 ? mention(size) : unrelated(size);
  }

  /** An article from 40 % to all of whose paragraphs have a topic in common. */
  private LabelledParagraph about(String grade, int size, String others) {
    Map<String, List<LabelledParagraph>> ofGrade = Objects.requireNonNull(byTopic.get(grade));
    List<String> topics = new ArrayList<>(ofGrade.keySet());
    String topic = topics.get(random.nextInt(topics.size()));
    int same = Math.max(1, (int) Math.round(size * (0.4 + 0.6 * random.nextDouble())));
    List<LabelledParagraph> parts = new ArrayList<>(some(ofGrade.get(topic), same));
    Map<String, Integer> counts = new HashMap<>();
    parts.forEach(part -> part.topics().forEach(t -> counts.merge(t, 1, Integer::sum)));
    Set<String> subjects = new HashSet<>(Set.of(topic));
    counts.forEach(
        (t, count) -> {
          if (count >= Math.max(2, 0.3 * size)) {
            subjects.add(t);
          }
        });
    parts.addAll(some(byGrade.get(others), size - parts.size()));
    if (random.nextInt(10) < 7) {
      // Mostly an article begins with what it is about.
      Collections.shuffle(parts.subList(1, parts.size()), random);
    } else {
      Collections.shuffle(parts, random);
    }
    return article(subjects, grade, parts);
  }

  private LabelledParagraph mention(int size) {
    List<LabelledParagraph> parts = new ArrayList<>(some(byGrade.get("mention"), 1));
    parts.addAll(some(byGrade.get("none"), size));
    Collections.shuffle(parts, random);
    return article(Set.of(), "mention", parts);
  }

  private LabelledParagraph unrelated(int size) {
    List<LabelledParagraph> parts = new ArrayList<>(some(byGrade.get("none"), size));
    if (size > 4 && random.nextInt(4) == 0) {
      parts.addAll(some(byGrade.get("adjacent"), 1));
      Collections.shuffle(parts, random);
    }
    return article(Set.of(), "none", parts);
  }

  private List<LabelledParagraph> some(@Nullable List<LabelledParagraph> known, int count) {
    List<LabelledParagraph> of = Objects.requireNonNull(known, "paragraphs of a grade");
    List<LabelledParagraph> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(of.get(random.nextInt(of.size())));
    }
    return some;
  }

  private static LabelledParagraph article(
      Set<String> topics, String grade, List<LabelledParagraph> parts) {
    List<String> texts = parts.stream().map(LabelledParagraph::text).distinct().toList();
    return new LabelledParagraph(topics, grade, String.join("\n", texts));
  }
}
