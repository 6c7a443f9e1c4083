package io.keeling.search.lucene.query;

import io.keeling.search.language.Expression;
import io.keeling.search.language.Expression.And;
import io.keeling.search.language.Expression.Dated;
import io.keeling.search.language.Expression.Not;
import io.keeling.search.language.Expression.Or;
import io.keeling.search.language.Expression.Phrase;
import io.keeling.search.language.Expression.Prefix;
import io.keeling.search.language.Expression.Value;
import io.keeling.search.language.Expression.Word;
import io.keeling.search.language.TextScope;
import io.keeling.search.lucene.analysis.ArticleLanguage;
import io.keeling.search.lucene.field.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Turns search expressions into queries of the index. Not for sharing between threads. */
public final class ExpressionQueries {

  /** Number of stop words from which a language is identified; a single one may be chance. */
  private static final int SURE = 2;

  private final TextQueries texts;
  private final WrittenForms forms;

  public ExpressionQueries(TextQueries texts, WrittenForms forms) {
    this.texts = texts;
    this.forms = forms;
  }

  public Query of(Expression expression) {
    if (expression instanceof Word word) {
      return texts.words(word.scope(), word.text(), 0, Set.of());
    }
    if (expression instanceof Phrase phrase) {
      return texts.words(phrase.scope(), phrase.text(), phrase.slop(), Set.of());
    }
    if (expression instanceof Prefix prefix) {
      return texts.prefix(prefix.scope(), prefix.text());
    }
    if (expression instanceof Value value) {
      return new ConstantScoreQuery(value(value));
    }
    if (expression instanceof Dated dated) {
      return new ConstantScoreQuery(dates(dated.from(), dated.to()));
    }
    if (expression instanceof Not not) {
      return all(List.of(not));
    }
    return expression instanceof Or or ? any(or.parts()) : all(((And) expression).parts());
  }

  private Query any(List<Expression> operands) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    operands.forEach(operand -> any.add(of(operand), Occur.SHOULD));
    return any.build();
  }

  /**
   * Requires all operands. Adjacent words may also be found as a group, by the group's synonyms.
   */
  private Query all(List<Expression> operands) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    List<Word> run = new ArrayList<>();
    Set<ArticleLanguage> asked = asked(operands);
    boolean positive = false;
    for (Expression operand : operands) {
      if (operand instanceof Word word && word.scope() == TextScope.ALL) {
        run.add(word);
        continue;
      }
      positive |= addRun(run, asked, all);
      if (operand instanceof Not not) {
        all.add(of(not.operand()), Occur.MUST_NOT);
      } else {
        all.add(of(operand), Occur.MUST);
        positive = true;
      }
    }
    positive |= addRun(run, asked, all);
    if (!positive) {
      all.add(new BoostQuery(new MatchAllDocsQuery(), 0), Occur.MUST);
    }
    return all.build();
  }

  /**
   * The languages in which a search is certainly written: those with the most stop words among its
   * words. There must be at least two stop words, and the search must contain something else.
   * Otherwise, a word that is a stop word in one language may be wanted in another: {@code São
   * Paulo}, {@code die hard}.
   */
  private static Set<ArticleLanguage> asked(List<Expression> operands) {
    Map<ArticleLanguage, Long> stopWords = new EnumMap<>(ArticleLanguage.class);
    for (ArticleLanguage language : ArticleLanguage.values()) {
      stopWords.put(
          language,
          operands.stream()
              .filter(operand -> isStopWord(operand, language))
              .map(operand -> ((Word) operand).text().toLowerCase(Locale.ROOT))
              .distinct()
              .count());
    }
    long most = Collections.max(stopWords.values());
    Set<ArticleLanguage> asked = EnumSet.noneOf(ArticleLanguage.class);
    stopWords.forEach(
        (language, count) -> {
          boolean moreIsAsked =
              operands.stream()
                  .anyMatch(operand -> !(operand instanceof Not) && !isStopWord(operand, language));
          if (count == most && count >= SURE && moreIsAsked) {
            asked.add(language);
          }
        });
    return asked;
  }

  private static boolean isStopWord(Expression operand, ArticleLanguage language) {
    return operand instanceof Word word
        && word.scope() == TextScope.ALL
        && language.isStopWord(word.text());
  }

  private boolean addRun(List<Word> run, Set<ArticleLanguage> asked, BooleanQuery.Builder all) {
    boolean any = !run.isEmpty();
    int next = 0;
    while (next < run.size()) {
      int length = namedTogether(run, next);
      all.add(together(run.subList(next, next + length), asked), Occur.MUST);
      next += length;
    }
    run.clear();
    return any;
  }

  /**
   * Number of words, from this one on, that have synonyms as a group or are also written as one
   * word; 1 if there are none.
   */
  private int namedTogether(List<Word> run, int from) {
    int most = Math.min(forms.synonyms().longest(), run.size() - from);
    for (int length = most; length > 1; length--) {
      if (!forms.synonyms().of(plain(run.subList(from, from + length))).isEmpty()) {
        return length;
      }
    }
    return from + 1 < run.size() && forms.joined(plain(run.subList(from, from + 2))).isPresent()
        ? 2
        : 1;
  }

  private Query together(List<Word> words, Set<ArticleLanguage> asked) {
    if (words.size() == 1) {
      return texts.words(TextScope.ALL, words.get(0).text(), 0, asked);
    }
    BooleanQuery.Builder each = new BooleanQuery.Builder();
    words.forEach(word -> each.add(texts.words(TextScope.ALL, word.text(), 0, asked), Occur.MUST));
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    any.add(each.build(), Occur.SHOULD);
    // Searched as a phrase, the words also find synonyms of the group, and the words written as
    // one.
    String phrase = words.stream().map(Word::text).collect(Collectors.joining(" "));
    any.add(texts.words(TextScope.ALL, phrase, 0, Set.of()), Occur.SHOULD);
    return any.build();
  }

  private static List<String> plain(List<Word> words) {
    List<String> plain = new ArrayList<>();
    words.forEach(word -> plain.addAll(TextQueries.plain(word.text())));
    return plain;
  }

  private static Query value(Value value) {
    String field =
        switch (value.field()) {
          case TOPIC -> Fields.TOPIC;
          case COUNTRY -> Fields.COUNTRY;
          case SOURCE -> Fields.SOURCE;
          case LANGUAGE -> Fields.LANGUAGE;
          case CLIMATE -> Fields.CLIMATE;
          case STORY -> Fields.STORY;
          case IS -> Fields.IS;
        };
    String text = field.equals(Fields.SOURCE) ? Fields.folded(value.value()) : value.value();
    return new TermQuery(new Term(field, text));
  }

  /** Articles in a range of time, open at either end. */
  public static Query dates(@Nullable Instant from, @Nullable Instant to) {
    return LongField.newRangeQuery(
        Fields.SORTED,
        from == null ? Long.MIN_VALUE : Fields.micros(from),
        to == null ? Long.MAX_VALUE : Fields.micros(to) - 1);
  }
}
