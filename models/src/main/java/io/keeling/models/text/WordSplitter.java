package io.keeling.models.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/**
 * Splits a sentence into words: at spaces, then by the language's model or by rules, then at
 * hyphens and clitics, which the models split inconsistently. Not thread-safe.
 */
final class WordSplitter {

  /**
   * Longest run without a space that is given to the model, in UTF-16 code units. The model's time
   * is quadratic in the length of the run, and no word is longer than this.
   */
  private static final int MAX_FOR_MODEL = 64;

  /** Number of runs whose result is cached. The model is slow, as it decides at every letter. */
  private static final int KEPT_RUNS = 8192;

  private final @Nullable TokenizerME tokenizer;
  private final Map<String, Span[]> kept = new HashMap<>();
  private final WordRules rules;

  WordSplitter(@Nullable TokenizerModel model, WordRules rules) {
    this.tokenizer = model == null ? null : new TokenizerME(model);
    this.rules = rules;
  }

  List<Token> split(String text, int start, int end) {
    List<Token> tokens = new ArrayList<>((end - start) / 5 + 1);
    int from = start;
    while (from < end) {
      if (Spaces.isSpace(text.charAt(from))) {
        from++;
        continue;
      }
      int to = from + 1;
      while (to < end && !Spaces.isSpace(text.charAt(to))) {
        to++;
      }
      splitRun(tokens, text, from, to);
      from = to;
    }
    return tokens;
  }

  private void splitRun(List<Token> tokens, String text, int from, int to) {
    if (WordRules.onlyLetters(text, from, to) || isAbbreviation(text, from, to)) {
      tokens.add(new Token(from, to, text.substring(from, to)));
    } else if (tokenizer == null || to - from > MAX_FOR_MODEL) {
      rules.split(tokens, text, from, to);
    } else {
      for (Span span : cut(tokenizer, text.substring(from, to))) {
        rules.refine(tokens, text, from + span.getStart(), from + span.getEnd());
      }
    }
  }

  private Span[] cut(TokenizerME tokenizer, String run) {
    Span[] spans = kept.get(run);
    if (spans == null) {
      spans = tokenizer.tokenizePos(run);
      if (kept.size() >= KEPT_RUNS) {
        kept.clear();
      }
      kept.put(run, spans);
    }
    return spans;
  }

  private static boolean isAbbreviation(String text, int from, int to) {
    if (text.charAt(to - 1) != '.' || to - from > MAX_FOR_MODEL) {
      return false;
    }
    String word = text.substring(from, to - 1);
    return DottedAbbreviations.isInitials(word) || DottedAbbreviations.isBeforeName(word);
  }
}
