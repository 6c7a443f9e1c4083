package io.keeling.feeds.search.lucene.query;

import io.keeling.feeds.query.language.Expression;
import io.keeling.feeds.query.language.Expression.And;
import io.keeling.feeds.query.language.Expression.Or;
import io.keeling.feeds.query.language.Expression.Phrase;
import io.keeling.feeds.query.language.Expression.Prefix;
import io.keeling.feeds.query.language.Expression.Word;
import io.keeling.feeds.query.language.TextScope;
import io.keeling.feeds.search.lucene.analysis.ArticleLanguage;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Makes the query that texts are marked by: everything that may stand in them. Stateless. */
public final class MarkQueries {

  private MarkQueries() {}

  /** Looks in {@link TextMarker#FIELD} for all words that an expression wants. */
  public static Query of(
      @Nullable Expression expression, ArticleLanguage language, WrittenForms forms) {
    if (expression == null) {
      return new MatchNoDocsQuery("nothing is asked");
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    add(expression, language, forms, any);
    return any.build();
  }

  private static void add(
      Expression expression,
      ArticleLanguage language,
      WrittenForms forms,
      BooleanQuery.Builder any) {
    if (expression instanceof And and) {
      and.operands().forEach(operand -> add(operand, language, forms, any));
      addTogether(and.operands(), language, forms, any);
    } else if (expression instanceof Or or) {
      or.operands().forEach(operand -> add(operand, language, forms, any));
    } else if (expression instanceof Word word && isOfText(word.scope())) {
      any.add(words(word.text(), 0, language, forms), Occur.SHOULD);
    } else if (expression instanceof Phrase phrase && isOfText(phrase.scope())) {
      any.add(words(phrase.text(), phrase.slop(), language, forms), Occur.SHOULD);
    } else if (expression instanceof Prefix prefix && isOfText(prefix.scope())) {
      List<String> plain = TextQueries.plain(prefix.text());
      if (!plain.isEmpty()) {
        any.add(
            new PrefixQuery(new Term(TextMarker.FIELD, plain.get(plain.size() - 1))), Occur.SHOULD);
      }
    }
  }

  /** Other names of words that stand beside one another. */
  private static void addTogether(
      List<Expression> operands,
      ArticleLanguage language,
      WrittenForms forms,
      BooleanQuery.Builder any) {
    List<String> run = new ArrayList<>();
    for (Expression operand : operands) {
      if (operand instanceof Word word && word.scope() == TextScope.ALL) {
        run.add(word.text());
      }
    }
    for (int from = 0; from < run.size(); from++) {
      for (int to = from + 2; to <= Math.min(run.size(), from + forms.synonyms().longest()); to++) {
        for (String other : forms.of(String.join(" ", run.subList(from, to)))) {
          any.add(words(other, 0, language, forms), Occur.SHOULD);
        }
      }
    }
  }

  private static Query words(String text, int slop, ArticleLanguage language, WrittenForms forms) {
    List<String> alternatives = new ArrayList<>(List.of(text));
    alternatives.addAll(forms.of(text));
    return TextQueries.anyOf(TextMarker.FIELD, alternatives, language, slop);
  }

  private static boolean isOfText(TextScope scope) {
    return scope == TextScope.ALL || scope == TextScope.TITLE || scope == TextScope.NOTE;
  }
}
