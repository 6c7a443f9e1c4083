package io.keeling.training.corpus;

import io.keeling.models.text.TextAnalyzer;
import io.keeling.models.text.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the words of marked sentences as an article's words are cut at run time (hyphens,
 * possessives, clitics), so that the model learns from what it will see. Not for sharing between
 * threads.
 */
public final class Retokenizer {

  private final TextAnalyzer analyzer = TextAnalyzer.forLanguage("en");

  public MarkedSentence retokenize(MarkedSentence sentence) {
    List<String> words = new ArrayList<>();
    int[] starts = new int[sentence.words().size() + 1];
    for (int i = 0; i < sentence.words().size(); i++) {
      starts[i] = words.size();
      for (Token token : analyzer.words(sentence.words().get(i))) {
        words.add(token.text());
      }
    }
    starts[sentence.words().size()] = words.size();
    List<NameMark> marks = new ArrayList<>();
    for (NameMark mark : sentence.marks()) {
      if (starts[mark.start()] < starts[mark.end()]) {
        marks.add(new NameMark(starts[mark.start()], starts[mark.end()], mark.type()));
      }
    }
    return new MarkedSentence(words, marks);
  }
}
