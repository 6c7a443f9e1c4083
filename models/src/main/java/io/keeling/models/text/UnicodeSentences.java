package io.keeling.models.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Finds sentences by the rules of Unicode (UAX 29), for languages without a model. */
final class UnicodeSentences implements SentenceSplitter {

  private final BreakIterator breaks;

  UnicodeSentences(String language) {
    breaks = BreakIterator.getSentenceInstance(new ULocale(language));
  }

  @Override
  public List<TextSpan> split(String paragraph) {
    List<TextSpan> sentences = new ArrayList<>();
    breaks.setText(paragraph);
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      sentences.add(new TextSpan(start, end));
      start = end;
    }
    return sentences;
  }
}
