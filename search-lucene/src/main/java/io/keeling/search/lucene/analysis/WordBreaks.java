package io.keeling.search.lucene.analysis;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.RuleBasedBreakIterator;
import com.ibm.icu.util.ULocale;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizerConfig;

/**
 * Splits texts into words by the rules and dictionaries of the ICU in use. The rules that come with
 * Lucene are compiled for an older ICU.
 */
final class WordBreaks extends ICUTokenizerConfig {

  private static final RuleBasedBreakIterator WORDS =
      (RuleBasedBreakIterator) BreakIterator.getWordInstance(ULocale.ROOT);

  @Override
  public RuleBasedBreakIterator getBreakIterator(int script) {
    return (RuleBasedBreakIterator) WORDS.clone();
  }

  @Override
  public String getType(int script, int ruleStatus) {
    return "word";
  }

  @Override
  public boolean combineCJ() {
    return true;
  }
}
