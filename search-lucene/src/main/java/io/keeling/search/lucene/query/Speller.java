package io.keeling.search.lucene.query;

import io.keeling.search.budget.Budget;
import io.keeling.search.language.Expression;
import io.keeling.search.language.Expression.Word;
import io.keeling.search.language.TextScope;
import io.keeling.search.lucene.field.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.jspecify.annotations.Nullable;

/**
 * Suggests spellings for words that hardly any article contains. It is cautious: missing a mistake
 * is better than questioning a correct word. Not for sharing between threads.
 */
public final class Speller {

  /**
   * Maximum number of articles that contain a word, for it to be considered a possible mistake. A
   * similar word must then be {@link #MUCH_RARER} times as frequent.
   */
  private static final int FEW = 3;

  private static final int MUCH_RARER = 100;

  /** Maximum number of similar words that are considered. */
  private static final int LOOKED_AT = 5;

  /** Minimum length of a word that is checked; shorter ones resemble too many others. */
  private static final int SHORTEST = 4;

  /**
   * Minimum length of a word in which two wrong letters are corrected. That is tried only if no
   * similar word differs in just one letter.
   */
  private static final int LONG = 8;

  private final IndexReader reader;
  private final WrittenForms forms;
  private final DirectSpellChecker checker = new DirectSpellChecker();

  public Speller(IndexReader reader, WrittenForms forms) {
    this.reader = reader;
    this.forms = forms;
    checker.setMinQueryLength(SHORTEST);
    checker.setMaxQueryFrequency(0);
    checker.setThresholdFrequency(0);
  }

  /** The query as it was probably meant; empty if it looks right. */
  public Optional<String> suggest(String query, Expression expression) throws IOException {
    List<Word> words = new ArrayList<>();
    collect(expression, words);
    words.sort(Comparator.comparingInt(Word::at).reversed());
    String changed = query;
    for (Word word : words) {
      Optional<String> meant = meant(word.text());
      if (meant.isPresent()) {
        changed =
            changed.substring(0, word.at())
                + meant.get()
                + changed.substring(word.at() + word.text().length());
      }
    }
    return changed.equals(query) ? Optional.empty() : Optional.of(changed);
  }

  private static void collect(Expression expression, List<Word> words) {
    if (expression instanceof Word word && word.scope() == TextScope.ALL) {
      words.add(word);
    }
    expression.parts().forEach(part -> collect(part, words));
  }

  private Optional<String> meant(String text) throws IOException {
    if (!forms.of(text).isEmpty()) {
      return Optional.empty();
    }
    String changed = text.toLowerCase(Locale.ROOT);
    boolean any = false;
    for (String word : TextQueries.plain(text)) {
      Budget.check();
      Optional<String> likely = likely(word);
      if (likely.isPresent()) {
        changed = changed.contains(word) ? changed.replace(word, likely.get()) : likely.get();
        any = true;
      }
    }
    return any ? Optional.of(changed) : Optional.empty();
  }

  private Optional<String> likely(String word) throws IOException {
    int own = forms.frequency(word);
    if (own > FEW || word.chars().anyMatch(Character::isDigit)) {
      return Optional.empty();
    }
    // One wrong letter is tried first. Many words differ in two letters, and finding those takes
    // long.
    SuggestWord best = nearest(word, 1);
    if (best == null && word.length() >= LONG) {
      best = nearest(word, 2);
    }
    return best == null || (own > 0 && best.freq < own * MUCH_RARER)
        ? Optional.empty()
        : Optional.of(best.string);
  }

  private @Nullable SuggestWord nearest(String word, int edits) throws IOException {
    checker.setMaxEdits(edits);
    SuggestWord best = null;
    for (SuggestWord each :
        checker.suggestSimilar(
            new Term(Fields.WORDS, word), LOOKED_AT, reader, SuggestMode.SUGGEST_ALWAYS)) {
      if (best == null || (each.score == best.score && each.freq > best.freq)) {
        best = each;
      }
    }
    return best;
  }
}
