package io.keeling.search.lucene.query;

import io.keeling.search.Marker;
import io.keeling.search.budget.Budget;
import io.keeling.search.lucene.analysis.ArticleLanguage;
import io.keeling.search.lucene.analysis.WordAnalyzer;
import io.keeling.search.lucene.analysis.WordAnalyzer.Purpose;
import io.keeling.search.text.Excerpt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter.HighlightFlag;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/**
 * Marks the matches of a query in texts. The index stores no texts, so each text is analyzed again.
 * Threads may share it.
 */
public final class TextMarker implements Marker {

  /** The field of the query. */
  static final String FIELD = "mark";

  /** Length to which texts are cut when searching for the best passages, in characters. */
  private static final int LONGEST = 50_000;

  /** Maximum number of passages in a snippet: two lines of a list. */
  private static final int MOST_PASSAGES = 2;

  private static final Set<HighlightFlag> WORDS = EnumSet.of(HighlightFlag.MULTI_TERM_QUERY);

  /** Flags for queries with phrases: the text is then indexed in memory. */
  private static final Set<HighlightFlag> PHRASES =
      EnumSet.of(
          HighlightFlag.PHRASES, HighlightFlag.MULTI_TERM_QUERY, HighlightFlag.WEIGHT_MATCHES);

  private final Query query;
  private final Set<HighlightFlag> flags;
  private final ArticleLanguage language;

  public TextMarker(Query query, ArticleLanguage language) {
    this.query = query;
    this.flags = hasPhrases(query) ? PHRASES : WORDS;
    this.language = language;
  }

  private static boolean hasPhrases(Query query) {
    AtomicBoolean phrases = new AtomicBoolean();
    query.visit(
        new QueryVisitor() {
          @Override
          public QueryVisitor getSubVisitor(Occur occur, Query parent) {
            boolean combines =
                parent instanceof BooleanQuery
                    || parent instanceof DisjunctionMaxQuery
                    || parent instanceof BoostQuery
                    || parent instanceof ConstantScoreQuery;
            if (!combines) {
              phrases.set(true);
            }
            return this;
          }
        });
    return phrases.get();
  }

  @Override
  public Excerpt line(String text) {
    Excerpt whole = whole(text);
    return whole.matches().isEmpty() ? Excerpt.plain(text) : Passages.line(whole);
  }

  @Override
  public Excerpt whole(String text) {
    Object marked = mark(text, WholeBreakIterator::new, Integer.MAX_VALUE - 1, Passages.WHOLE, 1);
    return marked instanceof Excerpt excerpt ? excerpt : Excerpt.plain(text);
  }

  @Override
  public Excerpt snippet(String text, int most) {
    String begun = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    Object marked =
        mark(
            begun,
            () ->
                LengthGoalBreakIterator.createClosestToLength(
                    BreakIterator.getSentenceInstance(Locale.ROOT), most / MOST_PASSAGES, 0.5f),
            LONGEST,
            Passages.snippet(most),
            MOST_PASSAGES);
    return marked instanceof Excerpt excerpt ? excerpt : Excerpt.beginning(begun, most);
  }

  /** Formats the best passages of a text; returns an empty string if nothing matches. */
  private Object mark(
      String text,
      Supplier<BreakIterator> breaks,
      int longest,
      PassageFormatter formatter,
      int passages) {
    UnifiedHighlighter highlighter =
        UnifiedHighlighter.builderWithoutSearcher(WordAnalyzer.of(language, Purpose.MARK))
            .withFlags(flags)
            .withBreakIterator(breaks)
            .withMaxLength(longest)
            .withMaxNoHighlightPassages(0)
            .withFormatter(formatter)
            .build();
    try (Budget.Question asked = Budget.question()) {
      Object marked = highlighter.highlightWithoutSearcher(FIELD, query, text, passages);
      return marked == null ? "" : marked;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // never, since the text is in memory
    }
  }
}
