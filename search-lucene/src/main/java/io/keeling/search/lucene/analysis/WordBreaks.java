package io.keeling.search.lucene.analysis;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.RuleBasedBreakIterator;
import com.ibm.icu.util.ULocale;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizerConfig;

/**
 * Cuts words by ICU's own rules and dictionaries. The rules that Lucene brings are compiled for an
 * older ICU than the one that is here.
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
