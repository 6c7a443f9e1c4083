package io.keeling.models.names;

import io.keeling.models.text.Sentence;
import io.keeling.models.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import opennlp.tools.util.Span;

/**
 * Finds the names of people, organisations and places in a document.
 *
 * <p><b>Not thread-safe: one for each thread.</b> Nothing learnt from one document is kept for the
 * next.
 */
public final class NameTagger {

  private final NameModel model;
  private final NameDecoder decoder;
  private final PersonTitles titles;

  /**
   * @param model shared by all taggers
   */
  public NameTagger(NameModel model) {
    this.model = Objects.requireNonNull(model, "model");
    this.decoder = new NameDecoder(model);
    this.titles = new PersonTitles(model.gazetteer());
  }

  public NameModel model() {
    return model;
  }

  /**
   * Returns the names of one document in the order of the text. None overlap, and each lies within
   * a sentence.
   *
   * @param document all sentences of the document, from {@link io.keeling.models.text.TextAnalyzer}
   */
  public List<NameSpan> tag(List<Sentence> document) {
    List<String[]> sentences = document.stream().map(Sentence::words).toList();
    List<FoundName> found =
        HyphenatedNames.whole(document, sentences, firstPass(sentences), model.gazetteer());
    List<NameSpan> names = new ArrayList<>();
    found = JoinedNames.apart(sentences, found, model.gazetteer());
    found = WeatherNames.without(sentences, found);
    found = WholeBodies.find(sentences, found, model.gazetteer());
    found = NamedBodies.find(sentences, found);
    found = MistakenPeople.mend(sentences, found, model.gazetteer());
    List<FoundName> refined = SecondPass.refine(sentences, found);
    for (FoundName name : OwnPossessives.keep(sentences, refined, model.gazetteer())) {
      List<Token> tokens = document.get(name.sentence()).tokens();
      int start = tokens.get(name.start()).start();
      int end = tokens.get(name.end() - 1).end();
      names.add(new NameSpan(start, end, name.type(), name.probability()));
    }
    return names;
  }

  private List<FoundName> firstPass(List<String[]> sentences) {
    List<FoundName> found = new ArrayList<>();
    for (int s = 0; s < sentences.size(); s++) {
      String[] words = sentences.get(s);
      for (Span span : decoder.find(words)) {
        double probability = Math.min(1, Math.max(Double.MIN_NORMAL, span.getProb()));
        EntityType type = EntityType.valueOf(span.getType());
        FoundName name = new FoundName(s, span.getStart(), span.getEnd(), type, probability);
        FoundName trimmed = NameEdges.trim(name, words);
        if (trimmed != null && trimmed.type() == EntityType.PERSON) {
          titles.cut(trimmed, words, found);
        } else if (trimmed != null) {
          found.add(trimmed);
        }
      }
    }
    return found;
  }
}
