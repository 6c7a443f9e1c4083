package io.keeling.enrich.topics;

import io.keeling.enrich.lexicon.Hit;
import io.keeling.enrich.lexicon.LexiconHits;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.words.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An article as the categorizer sees it: passage by passage, each with what the lexicon found in
 * it. The title is read with the first passage. For one article and one thread.
 */
public final class ArticleReading {

  /** Key of the mass for climate change itself, beside the masses for the topics. */
  static final String CLIMATE = "climate";

  private final List<Passage> passages;
  private final List<Map<String, List<Hit>>> hits = new ArrayList<>();
  private final List<Word> title;

  public ArticleReading(Taxonomy taxonomy, LexiconHits found, List<Passage> passages) {
    this.passages = passages;
    this.title = found.title();
    passages.forEach(p -> hits.add(new HashMap<>()));
    if (!passages.isEmpty()) {
      found.climate().forEach(hit -> add(CLIMATE, hit));
      for (int i = 0; i < found.topics().size(); i++) {
        String topic = taxonomy.topics().get(i).id();
        found.topics().get(i).forEach(hit -> add(topic, hit));
      }
    }
  }

  private void add(String topic, Hit hit) {
    hits.get(hit.inTitle() ? 0 : passageAt(hit.start()))
        .computeIfAbsent(topic, t -> new ArrayList<>())
        .add(hit);
  }

  /** The index of the passage that holds an offset of the text. */
  int passageAt(int offset) {
    int low = 0;
    int high = passages.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (passages.get(middle).start() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  public int size() {
    return passages.size();
  }

  Passage passage(int index) {
    return passages.get(index);
  }

  /** Number of the title's words that are read before those of a passage. */
  int titleWords(int index) {
    return index == 0 ? title.size() : 0;
  }

  /**
   * The words of a passage for the categorizer. The title's words precede those of the first
   * passage.
   */
  public String[] words(int index) {
    Stream<Word> words = passages.get(index).words().stream();
    return raw(index == 0 ? Stream.concat(title.stream(), words) : words);
  }

  /** The words of a passage alone, without the title before them. */
  String[] wordsOfText(int index) {
    return raw(passages.get(index).words().stream());
  }

  private static String[] raw(Stream<Word> words) {
    return words.map(Word::raw).toArray(String[]::new);
  }

  /** The mass of what the lexicon found for each topic in {@link #words}. */
  public Map<String, Double> lexicon(int index) {
    return masses(index, hit -> true);
  }

  /** The mass of what the lexicon found for each topic in {@link #wordsOfText}. */
  Map<String, Double> lexiconOfText(int index) {
    return masses(index, hit -> !hit.inTitle());
  }

  private Map<String, Double> masses(int index, Predicate<Hit> counted) {
    Map<String, Double> masses = new HashMap<>();
    hits.get(index)
        .forEach(
            (topic, found) -> {
              List<Hit> left = found.stream().filter(counted).toList();
              if (!left.isEmpty()) {
                masses.put(topic, Weighing.mass(left));
              }
            });
    return masses;
  }
}
