package io.keeling.models.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits an article's text into sentences and words.
 *
 * <p><b>Not thread-safe: one for each thread.</b> The models are loaded once and shared, so further
 * analyzers cost little.
 *
 * <p>English and German have trained OpenNLP models for sentences and words, French for sentences.
 * All other languages use Unicode's sentence rules (UAX 29) and our own word rules. The running
 * time is linear in the length of the text.
 */
public final class TextAnalyzer {

  private final SentenceSplitter sentences;
  private final WordSplitter words;
  private final List<String> models;

  private TextAnalyzer(SentenceSplitter sentences, WordSplitter words, List<String> models) {
    this.sentences = sentences;
    this.words = words;
    this.models = models;
  }

  /**
   * Returns an analyzer for texts in a language.
   *
   * @param language ISO 639-1 code; {@code und} and languages without a model use rules
   */
  public static TextAnalyzer forLanguage(String language) {
    String code = language.toLowerCase(Locale.ROOT);
    TextModels models = TextModels.of(code);
    return new TextAnalyzer(
        models.sentences() == null
            ? new UnicodeSentences(code)
            : new ModelSentences(models.sentences()),
        new WordSplitter(models.tokens(), new WordRules(code.equals("fr") || code.equals("it"))),
        models.names());
  }

  /** Returns the names of the models or rules in use, for {@code enrichment.models}. */
  public List<String> models() {
    return models;
  }

  /** Returns the words of a text that is at most one sentence. */
  public List<Token> words(String text) {
    return words.split(text, 0, text.length());
  }

  /**
   * Returns the sentences of a text in order. Line breaks always end a sentence. Every character
   * that is not a space lies in exactly one token, unless it is alone between sentences.
   *
   * @param text any text; offsets of the result are UTF-16 code units in it
   */
  public List<Sentence> analyze(String text) {
    List<Sentence> result = new ArrayList<>();
    for (TextSpan paragraph : ParagraphSplitter.of(text)) {
      String part = text.substring(paragraph.start(), paragraph.end());
      for (TextSpan sentence : SentenceJoiner.join(part, sentences.split(part))) {
        int start = paragraph.start() + sentence.start();
        int end = paragraph.start() + sentence.end();
        List<Token> tokens = words.split(text, start, end);
        if (!tokens.isEmpty()) {
          int last = tokens.get(tokens.size() - 1).end();
          result.add(new Sentence(tokens.get(0).start(), last, tokens));
        }
      }
    }
    return result;
  }
}
