package io.keeling.bench.corenlp;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations.AnswerAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import io.keeling.models.names.NameSpan;
import io.keeling.models.names.EntityType;
import io.keeling.models.text.Sentence;
import io.keeling.models.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CoreNLP's default English 3-class model (Finkel, Grenager and Manning, 2005), a conditional
 * random field with clusters of similar words. Neighbouring words of one class are one name, as in
 * CoreNLP's own mentions. Not for sharing between threads.
 */
final class CoreNlpTagger {

  private static final String MODEL =
      "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";

  private static final Map<String, EntityType> TYPES =
      Map.of(
          "PERSON", EntityType.PERSON,
          "ORGANIZATION", EntityType.ORGANIZATION,
          "LOCATION", EntityType.LOCATION);

  private final CRFClassifier<CoreLabel> classifier =
      CRFClassifier.getClassifierNoExceptions(MODEL);

  List<NameSpan> tag(List<Sentence> document) {
    List<NameSpan> names = new ArrayList<>();
    for (Sentence sentence : document) {
      names.addAll(tag(sentence));
    }
    return names;
  }

  private List<NameSpan> tag(Sentence sentence) {
    List<CoreLabel> words = new ArrayList<>();
    for (String word : sentence.words()) {
      CoreLabel label = new CoreLabel();
      label.setWord(word);
      label.setValue(word);
      words.add(label);
    }
    // Shapes and clusters of the words are added here, and not by classify().
    List<CoreLabel> labels = classifier.classifySentence(words);
    List<NameSpan> names = new ArrayList<>();
    List<Token> tokens = sentence.tokens();
    int start = 0;
    for (int i = 1; i <= labels.size(); i++) {
      EntityType open = type(labels.get(start));
      if (i == labels.size() || type(labels.get(i)) != open) {
        if (open != null) {
          names.add(new NameSpan(tokens.get(start).start(), tokens.get(i - 1).end(), open, 1));
        }
        start = i;
      }
    }
    return names;
  }

  private static @Nullable EntityType type(CoreLabel label) {
    return TYPES.get(label.get(AnswerAnnotation.class));
  }
}
