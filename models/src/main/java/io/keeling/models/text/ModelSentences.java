package io.keeling.models.text;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;

/** Sentences by a trained OpenNLP model. */
final class ModelSentences implements SentenceSplitter {

  private final SentenceDetectorME detector;

  ModelSentences(SentenceModel model) {
    detector = new SentenceDetectorME(model);
  }

  @Override
  public List<Stretch> split(String paragraph) {
    List<Stretch> sentences = new ArrayList<>();
    for (Span span : detector.sentPosDetect(paragraph)) {
      sentences.add(new Stretch(span.getStart(), span.getEnd()));
    }
    return sentences;
  }
}
