package io.keeling.models.text;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;

/** Finds sentences with a trained OpenNLP model. */
final class ModelSentences implements SentenceSplitter {

  private final SentenceDetectorME detector;

  ModelSentences(SentenceModel model) {
    detector = new SentenceDetectorME(model);
  }

  @Override
  public List<TextSpan> split(String paragraph) {
    List<TextSpan> sentences = new ArrayList<>();
    for (Span span : detector.sentPosDetect(paragraph)) {
      sentences.add(new TextSpan(span.getStart(), span.getEnd()));
    }
    return sentences;
  }
}
