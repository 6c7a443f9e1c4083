package io.keeling.search.lucene.query;

import io.keeling.search.NameLabels;
import io.keeling.search.OtherNames;
import io.keeling.search.language.TextScope;
import io.keeling.search.lucene.analysis.ArticleLanguage;
import io.keeling.search.lucene.analysis.GermanCompounds;
import io.keeling.search.lucene.analysis.WordAnalyzer;
import io.keeling.search.lucene.analysis.WordAnalyzer.Purpose;
import io.keeling.search.lucene.field.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Finds words in the fields of every language, stemmed by the rules of that language. An article
 * has words only in the fields of its own language. Not for sharing between threads.
 */
public final class TextQueries {

  /** Weights of a word in the title and in the standfirst; in the text its weight is 1. */
  private static final float TITLE_WEIGHT = 3;

  private static final float STANDFIRST_WEIGHT = 1.5f;

  private final Set<ArticleLanguage> languages;
  private final WrittenForms forms;
  private final NameLabels labels;
  private final OtherNames names;

  /** Other spellings of words, looked up once for all languages. */
  private final Map<String, Set<String>> otherForms = new HashMap<>();

  /**
   * @param languages the languages of the articles
   * @param forms other spellings of words
   * @param labels usual labels of names
   * @param names other names of countries and organisations
   */
  public TextQueries(
      Set<ArticleLanguage> languages, WrittenForms forms, NameLabels labels, OtherNames names) {
    this.languages = languages;
    this.forms = forms;
    this.labels = labels;
    this.names = names;
  }

  /**
   * Finds a word, or several adjacent words, in any of their spellings.
   *
   * @param slop maximum number of positions between the words
   * @param asked languages in which the search is certainly written. If the text is a stop word of
   *     such a language, the language's articles match even without it
   */
  public Query words(TextScope scope, String text, int slop, Set<ArticleLanguage> asked) {
    if (scope == TextScope.NAME) {
      return new ConstantScoreQuery(named(text, slop));
    }
    if (scope == TextScope.AUTHOR) {
      return new ConstantScoreQuery(phrase(Fields.AUTHOR_WORDS, plain(text), slop));
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (ArticleLanguage language : languages) {
      List<String> alternatives = alternatives(text, language);
      for (Map.Entry<String, Float> field : fields(scope, language).entrySet()) {
        Query query = anyOf(field.getKey(), alternatives, language, slop);
        any.add(new BoostQuery(query, field.getValue()), Occur.SHOULD);
      }
      if (asked.contains(language) && language.isStopWord(text)) {
        any.add(
            new BoostQuery(new TermQuery(new Term(Fields.LANGUAGE, language.code())), 0),
            Occur.SHOULD);
      }
    }
    return any.build();
  }

  /**
   * Finds articles with a name, or with another name of the same thing. Another name of a single
   * word must match a whole name, so that {@code USA} does not find Bank of America.
   */
  private Query named(String name, int slop) {
    String meant = labels.meant(name);
    Query asked = phrase(Fields.NAME_WORDS, plain(meant), slop);
    Set<String> others = new LinkedHashSet<>(names.of(name));
    others.addAll(names.of(meant));
    if (others.isEmpty()) {
      return asked;
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder().add(asked, Occur.SHOULD);
    for (String other : others) {
      List<String> words = plain(other);
      any.add(
          words.size() > 1
              ? phrase(Fields.NAME_WORDS, words, 0)
              : new TermQuery(new Term(Fields.NAME, Fields.folded(other))),
          Occur.SHOULD);
    }
    return any.build();
  }

  private static Map<String, Float> fields(TextScope scope, ArticleLanguage language) {
    return switch (scope) {
      case TITLE -> Map.of(Fields.title(language), TITLE_WEIGHT);
      case NOTE -> Map.of(Fields.note(language), 1f);
      default ->
          Map.of(
              Fields.title(language),
              TITLE_WEIGHT,
              Fields.standfirst(language),
              STANDFIRST_WEIGHT,
              Fields.note(language),
              1f,
              Fields.text(language),
              1f);
    };
  }

  private List<String> alternatives(String text, ArticleLanguage language) {
    Set<String> alternatives = new LinkedHashSet<>();
    alternatives.add(text);
    alternatives.addAll(otherForms.computeIfAbsent(text, forms::of));
    if (language == ArticleLanguage.DE) {
      List<String> words = WordAnalyzer.of(language, Purpose.WORDS).terms(text);
      if (words.size() == 1) {
        List<String> parts = GermanCompounds.parts(text.toLowerCase(Locale.GERMAN));
        if (parts.size() > 1) {
          alternatives.add(String.join(" ", parts));
        }
      }
    }
    return List.copyOf(alternatives);
  }

  /** Finds any of several spellings in one field, and scores only the best match. */
  private static Query anyOf(
      String field, List<String> alternatives, ArticleLanguage language, int slop) {
    WordAnalyzer stems = WordAnalyzer.of(language, Purpose.QUERY);
    List<Query> queries = new ArrayList<>();
    for (String alternative : alternatives) {
      queries.add(phrase(field, stems.terms(alternative), slop));
    }
    return queries.size() == 1 ? queries.get(0) : new DisjunctionMaxQuery(queries, 0);
  }

  private static Query phrase(String field, List<String> terms, int slop) {
    return switch (terms.size()) {
      case 0 -> new MatchNoDocsQuery("no word");
      case 1 -> new TermQuery(new Term(field, terms.get(0)));
      default -> new PhraseQuery(slop, field, terms.toArray(String[]::new));
    };
  }

  /** Finds words by their prefix. Of several words, only the last one is a prefix. */
  Query prefix(TextScope scope, String text) {
    List<String> words = plain(text);
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("no word");
    }
    String field =
        switch (scope) {
          case ALL -> Fields.WORDS;
          case TITLE -> Fields.TITLE_WORDS;
          case NAME -> Fields.NAME_WORDS;
          case AUTHOR -> Fields.AUTHOR_WORDS;
          case NOTE -> Fields.NOTE_WORDS;
        };
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String word : words.subList(0, words.size() - 1)) {
      all.add(new TermQuery(new Term(field, word)), Occur.FILTER);
    }
    all.add(new PrefixQuery(new Term(field, words.get(words.size() - 1))), Occur.MUST);
    return all.build();
  }

  /** The words of a text without stemming, as in names. */
  public static List<String> plain(String text) {
    return WordAnalyzer.of(ArticleLanguage.OTHER, Purpose.WORDS).terms(text);
  }
}
