package io.keeling.feeds.search.lucene.query;

import io.keeling.feeds.search.lucene.field.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * In what other ways a word is written: {@code climate-change} is {@code climatechange}, and the
 * other way round; {@code COP28} is {@code COP 28}; and what the synonyms say. Whether a word is
 * written together the articles tell. Threads may share it.
 */
public final class WrittenForms {

  private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("^(\\p{L}++)(\\d++)$");

  /** What is shorter is a word by chance: {@code to day}. */
  private static final int SHORTEST_PART = 3;

  /**
   * A word is read as two, too, where it is in few articles, or both are much more frequent.
   * Chosen.
   */
  private static final int FEW = 5;

  private static final int MUCH_RARER = 20;

  private final IndexReader reader;
  private final Synonyms synonyms;

  public WrittenForms(IndexReader reader, Synonyms synonyms) {
    this.reader = reader;
    this.synonyms = synonyms;
  }

  /** Other ways to write a word, or words that follow one another. */
  public Set<String> of(String text) {
    List<String> words = TextQueries.plain(text);
    Set<String> forms = new LinkedHashSet<>(synonyms.of(words));
    if (words.size() == 1) {
      parted(words.get(0)).ifPresent(forms::add);
    } else if (words.size() > 1) {
      joined(words).ifPresent(forms::add);
    }
    return forms;
  }

  /** Words written as one, if any article does. */
  Optional<String> joined(List<String> words) {
    String joined = String.join("", words);
    return frequency(joined) > 0 ? Optional.of(joined) : Optional.empty();
  }

  /** The names of the same thing. */
  public Synonyms synonyms() {
    return synonyms;
  }

  private Optional<String> parted(String word) {
    Matcher matcher = LETTERS_AND_DIGITS.matcher(word);
    if (matcher.matches()) {
      return Optional.of(matcher.group(1) + " " + matcher.group(2));
    }
    int own = frequency(word);
    int best = 0;
    @Nullable String parts = null;
    for (int i = SHORTEST_PART; i <= word.length() - SHORTEST_PART; i++) {
      int rarer = Math.min(frequency(word.substring(0, i)), frequency(word.substring(i)));
      if (rarer > best) {
        best = rarer;
        parts = word.substring(0, i) + " " + word.substring(i);
      }
    }
    boolean likely = own < FEW || (long) own * MUCH_RARER < best;
    return likely ? Optional.ofNullable(parts) : Optional.empty();
  }

  /** How many articles have a word. */
  int frequency(String word) {
    try {
      return reader.docFreq(new Term(Fields.WORDS, word));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
