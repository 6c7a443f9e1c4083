package io.keeling.search.lucene.analysis;

import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * The languages whose words are stemmed. Words of other languages ({@link #OTHER}) are split by
 * ICU, put in lower case, and stripped of accents.
 */
public enum ArticleLanguage {
  EN(EnglishAnalyzer.getDefaultStopSet()),
  DE(GermanAnalyzer.getDefaultStopSet()),
  FR(FrenchAnalyzer.getDefaultStopSet()),
  ES(SpanishAnalyzer.getDefaultStopSet()),
  IT(ItalianAnalyzer.getDefaultStopSet()),
  PT(PortugueseAnalyzer.getDefaultStopSet()),
  NL(DutchAnalyzer.getDefaultStopSet()),
  OTHER(CharArraySet.EMPTY_SET);

  /** Words that French and Italian contract with the next word. */
  private static final CharArraySet ELIDED =
      new CharArraySet(
          Set.of(
              "l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu",
              "all", "dall", "dell", "nell", "sull", "coll", "pell", "gl", "agl", "dagl", "degl",
              "negl", "sugl", "un", "v"),
          true);

  private final CharArraySet stopWords;

  ArticleLanguage(CharArraySet stopWords) {
    this.stopWords = folded(stopWords);
  }

  public static ArticleLanguage of(String code) {
    for (ArticleLanguage language : values()) {
      if (language.code().equals(code)) {
        return language;
      }
    }
    return OTHER;
  }

  /** The language's code in the names of fields. */
  public String code() {
    return this == OTHER ? "x" : name().toLowerCase(Locale.ROOT);
  }

  /** Whether a word is in nearly every text of the language. */
  public boolean isStopWord(String word) {
    return stopWords.contains(folded(word));
  }

  private static String folded(String word) {
    char[] lower = word.toLowerCase(Locale.ROOT).toCharArray();
    char[] folded = new char[4 * lower.length]; // the size that foldToASCII requires
    return new String(folded, 0, ASCIIFoldingFilter.foldToASCII(lower, 0, folded, 0, lower.length));
  }

  private static CharArraySet folded(CharArraySet words) {
    CharArraySet all = new CharArraySet(words.size(), false);
    words.forEach(word -> all.add(folded(new String((char[]) word))));
    return all;
  }

  TokenStream withoutElisions(TokenStream words) {
    return this == FR || this == IT ? new ElisionFilter(words, ELIDED) : words;
  }

  /** Stems words without their accents, since the stem would depend on the accents. */
  TokenStream stems(TokenStream words) {
    TokenStream plain = new ASCIIFoldingFilter(words);
    return switch (this) {
      case EN -> new SnowballFilter(new SpellingFilter(plain), new EnglishStemmer());
      case DE -> new GermanLightStemFilter(new GermanNormalizationFilter(plain));
      case FR -> new FrenchLightStemFilter(plain);
      case ES -> new SpanishLightStemFilter(plain);
      case IT -> new ItalianLightStemFilter(plain);
      case PT -> new PortugueseLightStemFilter(new PortuguesePluralFilter(plain));
      case NL -> new SnowballFilter(plain, new DutchStemmer());
      case OTHER -> words;
    };
  }
}
