package io.keeling.training.corpus;

import io.keeling.models.names.EntityType;
import io.keeling.models.text.Sentence;
import io.keeling.models.text.Token;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text put together from marked sentences, a paragraph each, words apart by a space, as an
 * article that the pipeline has never seen.
 *
 * @param text the text
 * @param sentences its sentences and words as they were marked
 * @param names where it has which names
 */
public record MarkedDocument(String text, List<Sentence> sentences, Map<Place, EntityType> names) {

  /**
   * Sentences of a document, about the length of a news article; the corpora seldom say where one
   * ends.
   */
  static final int SENTENCES = 20;

  /**
   * A stretch of the text.
   *
   * @param start first UTF-16 code unit
   * @param end one past the last
   */
  public record Place(int start, int end) {}

  /** Copies the collections. */
  public MarkedDocument {
    sentences = List.copyOf(sentences);
    names = Map.copyOf(names);
  }

  /** The documents of a file in the format that {@code corpus/GUIDELINE.md} describes. */
  public static List<MarkedDocument> read(Path file) throws IOException {
    return of(MarkedText.read(file));
  }

  static List<MarkedDocument> of(List<MarkedSentence> sentences) {
    List<MarkedDocument> documents = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i += SENTENCES) {
      documents.add(one(sentences.subList(i, Math.min(i + SENTENCES, sentences.size()))));
    }
    return documents;
  }

  private static MarkedDocument one(List<MarkedSentence> sentences) {
    StringBuilder text = new StringBuilder();
    List<Sentence> analyzed = new ArrayList<>();
    Map<Place, EntityType> names = new LinkedHashMap<>();
    for (MarkedSentence sentence : sentences) {
      text.append(text.isEmpty() ? "" : "\n\n");
      List<Token> tokens = new ArrayList<>();
      for (String word : sentence.words()) {
        text.append(tokens.isEmpty() ? "" : " ");
        tokens.add(new Token(text.length(), text.length() + word.length(), word));
        text.append(word);
      }
      analyzed.add(new Sentence(tokens.get(0).start(), text.length(), tokens));
      for (NameMark mark : sentence.marks()) {
        int start = tokens.get(mark.start()).start();
        names.put(new Place(start, tokens.get(mark.end() - 1).end()), mark.type());
      }
    }
    return new MarkedDocument(text.toString(), analyzed, names);
  }
}
