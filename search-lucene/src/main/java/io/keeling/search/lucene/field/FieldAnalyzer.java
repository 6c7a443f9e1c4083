package io.keeling.search.lucene.field;

import io.keeling.search.lucene.analysis.ArticleLanguage;
import io.keeling.search.lucene.analysis.WordAnalyzer;
import io.keeling.search.lucene.analysis.WordAnalyzer.Purpose;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;

/**
 * Analyzes each field in the language that its name ends with: {@code text.de} in German. Threads
 * may share it.
 */
public final class FieldAnalyzer extends DelegatingAnalyzerWrapper {

  /** Distance in positions between two names or authors, so that no phrase spans both. */
  private static final int GAP = 100;

  public FieldAnalyzer() {
    super(PER_FIELD_REUSE_STRATEGY);
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String field) {
    if (field.equals(Fields.NAME_WORDS) || field.equals(Fields.AUTHOR_WORDS)) {
      return WordAnalyzer.of(ArticleLanguage.OTHER, Purpose.WORDS);
    }
    return WordAnalyzer.of(
        ArticleLanguage.of(field.substring(field.lastIndexOf('.') + 1)), Purpose.INDEX);
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return GAP;
  }
}
