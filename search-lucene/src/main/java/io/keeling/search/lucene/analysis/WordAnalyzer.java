package io.keeling.search.lucene.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Turns the words of one language into terms for one purpose. Threads may share it. */
public final class WordAnalyzer extends Analyzer {

  /** Increased whenever the same text yields different terms, so that older indexes are rebuilt. */
  public static final int VERSION = 2;

  /** What the terms are for. */
  public enum Purpose {
    /** For indexing: stems, and the parts of compounds. */
    INDEX,
    /** For queries: stems. */
    QUERY,
    /** Words as they are written, except for case, accents and elisions. */
    WORDS,
    /** For marking: words, stems and parts of compounds at the same position. */
    MARK
  }

  private static final NormalizeCharMap SIGNS = signs();
  private static final Map<Purpose, Map<ArticleLanguage, WordAnalyzer>> ALL = all();

  private final ArticleLanguage language;
  private final Purpose purpose;

  private WordAnalyzer(ArticleLanguage language, Purpose purpose) {
    // Two fields of one document are read alternately, so each needs its own token stream.
    super(PER_FIELD_REUSE_STRATEGY);
    this.language = language;
    this.purpose = purpose;
  }

  public static WordAnalyzer of(ArticleLanguage language, Purpose purpose) {
    return Objects.requireNonNull(Objects.requireNonNull(ALL.get(purpose)).get(language));
  }

  private static Map<Purpose, Map<ArticleLanguage, WordAnalyzer>> all() {
    Map<Purpose, Map<ArticleLanguage, WordAnalyzer>> all = new EnumMap<>(Purpose.class);
    for (Purpose purpose : Purpose.values()) {
      Map<ArticleLanguage, WordAnalyzer> ofPurpose = new EnumMap<>(ArticleLanguage.class);
      for (ArticleLanguage language : ArticleLanguage.values()) {
        ofPurpose.put(language, new WordAnalyzer(language, purpose));
      }
      all.put(purpose, ofPurpose);
    }
    return all;
  }

  /** Maps variants of a character to a common form, such as apostrophes. */
  private static NormalizeCharMap signs() {
    NormalizeCharMap.Builder signs = new NormalizeCharMap.Builder();
    for (int digit = 0; digit <= 9; digit++) {
      signs.add(Character.toString('\u2080' + digit), Integer.toString(digit));
    }
    for (String apostrophe : new String[] {"\u2019", "\u2018", "\u02bc", "\u00b4", "`"}) {
      signs.add(apostrophe, "'");
    }
    signs.add("\u00ad", ""); // a soft hyphen
    signs.add("\u2103", "\u00b0C");
    signs.add("\u00b7", " ");
    return signs.build();
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer tokenizer =
        language == ArticleLanguage.OTHER
            ? new ICUTokenizer(new WordBreaks())
            : new StandardTokenizer();
    TokenStream words = new AcronymFilter(new NumberFilter(tokenizer));
    words =
        language == ArticleLanguage.OTHER
            ? new ICUNormalizer2Filter(words)
            : new LowerCaseFilter(words);
    words = language.withoutElisions(new EnglishPossessiveFilter(words));
    TokenStream terms =
        switch (purpose) {
          case WORDS -> words;
          case QUERY -> language.stems(words);
          case INDEX -> language.stems(compounds(words));
          case MARK -> language.stems(new KeywordRepeatFilter(compounds(words)));
        };
    return new TokenStreamComponents(
        tokenizer, new RemoveDuplicatesTokenFilter(new ASCIIFoldingFilter(terms)));
  }

  private TokenStream compounds(TokenStream words) {
    return language == ArticleLanguage.DE ? new CompoundFilter(words) : words;
  }

  @Override
  protected Reader initReader(String field, Reader text) {
    return new MappingCharFilter(SIGNS, text);
  }

  public List<String> terms(String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // never, since the text is in memory
    }
    return terms;
  }
}
