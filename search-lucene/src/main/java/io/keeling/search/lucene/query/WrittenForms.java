package io.keeling.search.lucene.query;

import io.keeling.search.budget.Budget;
import io.keeling.search.lucene.analysis.ArticleLanguage;
import io.keeling.search.lucene.analysis.WordAnalyzer;
import io.keeling.search.lucene.analysis.WordAnalyzer.Purpose;
import io.keeling.search.lucene.field.Fields;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * Other spellings of words: two words written as one and the reverse ({@code climate-change},
 * {@code climatechange}), letters separated from digits ({@code COP28}, {@code COP 28}), and
 * synonyms. The articles of an index show which words are written as one. Threads may share it.
 */
public final class WrittenForms {

  private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("^(\\p{L}++)(\\d++)$");

  /**
   * Minimum length of each part when a word is split in two, in characters. Shorter parts are words
   * only by chance, as in {@code to day}.
   */
  private static final int SHORTEST_PART = 3;

  /**
   * A word is also searched as two words if fewer articles than this contain it, or if each of the
   * two words is {@link #MUCH_RARER} times as frequent as it.
   */
  private static final int FEW = 5;

  private static final int MUCH_RARER = 20;

  /** Words that are never part of another: {@code labour} is not {@code lab our}. */
  private static final CharArraySet SMALL_WORDS = smallWords();

  private final IndexReader reader;
  private final SynonymLookup synonyms;

  public WrittenForms(IndexReader reader, SynonymLookup synonyms) {
    this.reader = reader;
    this.synonyms = synonyms;
  }

  private static CharArraySet smallWords() {
    try (Reader words =
        new InputStreamReader(
            Objects.requireNonNull(
                SnowballFilter.class.getResourceAsStream("english_stop.txt"), "english_stop.txt"),
            StandardCharsets.UTF_8)) {
      return WordlistLoader.getSnowballWordSet(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Other spellings of a word, or of adjacent words. */
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

  /** The words written as one, if any article writes them so. */
  Optional<String> joined(List<String> words) {
    String joined = String.join("", words);
    return frequency(joined) > 0 ? Optional.of(joined) : Optional.empty();
  }

  public SynonymLookup synonyms() {
    return synonyms;
  }

  private Optional<String> parted(String word) {
    Matcher matcher = LETTERS_AND_DIGITS.matcher(word);
    if (matcher.matches()) {
      return Optional.of(matcher.group(1) + " " + matcher.group(2));
    }
    int own = Math.max(frequency(word), stemmed(word));
    int best = 0;
    @Nullable String parts = null;
    for (int i = SHORTEST_PART; i <= word.length() - SHORTEST_PART; i++) {
      String first = word.substring(0, i);
      String second = word.substring(i);
      int rarer = Math.min(frequency(first), frequency(second));
      if (rarer > best && !SMALL_WORDS.contains(first) && !SMALL_WORDS.contains(second)) {
        best = rarer;
        parts = first + " " + second;
      }
    }
    boolean likely = own < FEW || (long) own * MUCH_RARER < best;
    return likely ? Optional.ofNullable(parts) : Optional.empty();
  }

  /**
   * The number of articles with any form of a word, in the language where that number is highest.
   */
  private int stemmed(String word) {
    int most = 0;
    for (ArticleLanguage language : ArticleLanguage.values()) {
      List<String> stems = WordAnalyzer.of(language, Purpose.QUERY).terms(word);
      if (stems.size() == 1) {
        most = Math.max(most, frequency(new Term(Fields.text(language), stems.get(0))));
      }
    }
    return most;
  }

  int frequency(String word) {
    return frequency(new Term(Fields.WORDS, word));
  }

  private int frequency(Term term) {
    Budget.check();
    try {
      return reader.docFreq(term);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
