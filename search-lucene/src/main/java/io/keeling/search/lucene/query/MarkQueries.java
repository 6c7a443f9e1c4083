package io.keeling.search.lucene.query;

import io.keeling.search.language.Expression;
import io.keeling.search.language.Expression.And;
import io.keeling.search.language.Expression.Or;
import io.keeling.search.language.Expression.Phrase;
import io.keeling.search.language.Expression.Prefix;
import io.keeling.search.language.Expression.Word;
import io.keeling.search.language.TextScope;
import io.keeling.search.lucene.analysis.ArticleLanguage;
import io.keeling.search.lucene.analysis.WordAnalyzer;
import io.keeling.search.lucene.analysis.WordAnalyzer.Purpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;

/**
 * Makes the query by which matches are marked in texts. The query contains each word, phrase and
 * prefix only once, since every text is searched for all of them. For one thread.
 */
public final class MarkQueries {

  private final ArticleLanguage language;
  private final WrittenForms forms;
  private final Set<String> words = new LinkedHashSet<>();
  private final Set<String> beginnings = new LinkedHashSet<>();

  /** The largest slop of each phrase. */
  private final Map<List<String>, Integer> phrases = new LinkedHashMap<>();

  private MarkQueries(ArticleLanguage language, WrittenForms forms) {
    this.language = language;
    this.forms = forms;
  }

  /** A query in {@link TextMarker#FIELD} for all words of an expression. */
  public static Query of(
      @Nullable Expression expression, ArticleLanguage language, WrittenForms forms) {
    if (expression == null) {
      return new MatchNoDocsQuery("nothing is asked");
    }
    MarkQueries queries = new MarkQueries(language, forms);
    queries.add(expression);
    return queries.any();
  }

  private Query any() {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    words.forEach(word -> any.add(new TermQuery(term(word)), Occur.SHOULD));
    phrases.forEach(
        (phrase, slop) ->
            any.add(
                new PhraseQuery(slop, TextMarker.FIELD, phrase.toArray(String[]::new)),
                Occur.SHOULD));
    if (!beginnings.isEmpty()) {
      any.add(begun(), Occur.SHOULD);
    }
    return any.build();
  }

  /**
   * One automaton for all prefixes. With one for each prefix, every word would be run through each
   * of them.
   */
  private Query begun() {
    List<Automaton> each = new ArrayList<>();
    beginnings.forEach(beginning -> each.add(PrefixQuery.toAutomaton(new BytesRef(beginning))));
    return new AutomatonQuery(
        term(""), Operations.union(each), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT, true);
  }

  private static Term term(String text) {
    return new Term(TextMarker.FIELD, text);
  }

  /**
   * Adds the words that an expression may find in texts. Values, dates and exclusions mark nothing.
   */
  private void add(Expression expression) {
    if (expression instanceof And and) {
      and.parts().forEach(this::add);
      addTogether(and.parts());
    } else if (expression instanceof Or or) {
      or.parts().forEach(this::add);
    } else if (expression instanceof Word word && isOfText(word.scope())) {
      add(word.text(), 0);
    } else if (expression instanceof Phrase phrase && isOfText(phrase.scope())) {
      add(phrase.text(), phrase.slop());
    } else if (expression instanceof Prefix prefix && isOfText(prefix.scope())) {
      List<String> plain = TextQueries.plain(prefix.text());
      if (!plain.isEmpty()) {
        beginnings.add(plain.get(plain.size() - 1));
      }
    }
  }

  /** Adds synonyms and other spellings of adjacent words. */
  private void addTogether(List<Expression> operands) {
    List<String> run = new ArrayList<>();
    for (Expression operand : operands) {
      if (operand instanceof Word word && word.scope() == TextScope.ALL) {
        run.add(word.text());
      }
    }
    for (int from = 0; from < run.size(); from++) {
      for (int to = from + 2; to <= Math.min(run.size(), from + forms.synonyms().longest()); to++) {
        forms.of(String.join(" ", run.subList(from, to))).forEach(other -> add(other, 0));
      }
    }
  }

  private void add(String text, int slop) {
    addTerms(text, slop);
    forms.of(text).forEach(other -> addTerms(other, slop));
  }

  private void addTerms(String text, int slop) {
    List<String> terms = WordAnalyzer.of(language, Purpose.QUERY).terms(text);
    if (terms.size() == 1) {
      words.add(terms.get(0));
    } else if (terms.size() > 1) {
      phrases.merge(terms, slop, Math::max);
    }
  }

  private static boolean isOfText(TextScope scope) {
    return scope == TextScope.ALL || scope == TextScope.TITLE || scope == TextScope.NOTE;
  }
}
