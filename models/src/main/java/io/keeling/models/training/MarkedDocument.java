package io.keeling.models.training;

import io.keeling.models.names.NameType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text put together from marked sentences, a paragraph each, words apart by a space, as an
 * article that the pipeline has never seen.
 *
 * @param text the text
 * @param names where it has which names
 */
record MarkedDocument(String text, Map<Place, NameType> names) {

  /** Sentences of a document; the corpora seldom say where theirs end. */
  static final int SENTENCES = 20;

  /** From one UTF-16 code unit of the text to just before another. */
  record Place(int start, int end) {}

  static List<MarkedDocument> of(List<MarkedSentence> sentences) {
    List<MarkedDocument> documents = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i += SENTENCES) {
      documents.add(one(sentences.subList(i, Math.min(i + SENTENCES, sentences.size()))));
    }
    return documents;
  }

  private static MarkedDocument one(List<MarkedSentence> sentences) {
    StringBuilder text = new StringBuilder();
    Map<Place, NameType> names = new LinkedHashMap<>();
    for (MarkedSentence sentence : sentences) {
      text.append(text.isEmpty() ? "" : "\n\n");
      int[] starts = new int[sentence.words().size()];
      for (int i = 0; i < starts.length; i++) {
        text.append(i == 0 ? "" : " ");
        starts[i] = text.length();
        text.append(sentence.words().get(i));
      }
      for (Mark mark : sentence.marks()) {
        int last = mark.end() - 1;
        int end = starts[last] + sentence.words().get(last).length();
        names.put(new Place(starts[mark.start()], end), mark.type());
      }
    }
    return new MarkedDocument(text.toString(), names);
  }
}
