package io.keeling.models.lexical;

import io.keeling.models.names.EntityType;
import io.keeling.models.names.NameModel;
import io.keeling.models.names.NameSpan;
import io.keeling.models.names.NameTagger;
import io.keeling.models.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds names in another language than English, by a {@link SpanModel} that has learnt how to weigh
 * the language's {@link NameLexicon}, shapes and contexts of words, the names that the English
 * model finds, and the rest of the document.
 *
 * <p><b>Not thread-safe: one for each thread.</b> Calls do not depend on earlier calls.
 */
public final class LexicalTagger {

  /** What a name must score in German, where every noun has a capital, beyond other languages. */
  private static final double NOUNS = 0.2;

  private final NameLexicon lexicon;
  private final NameTagger english;
  private final SpanModel model;
  private final PartsOfSpeech parts;

  /**
   * @param lexicon the lexicon of the language of the texts
   * @param english the English model, shared by all taggers
   */
  public LexicalTagger(NameLexicon lexicon, NameModel english) {
    this(lexicon, english, SpanModel.shipped());
  }

  /** Makes a tagger with another model than the one that ships, to train and to score it. */
  public LexicalTagger(NameLexicon lexicon, NameModel english, SpanModel model) {
    this.lexicon = lexicon;
    this.english = new NameTagger(english);
    this.model = model;
    this.parts = PartsOfSpeech.of(lexicon.language());
  }

  /** Returns the names of the models in use, for {@code enrichment.models}. */
  public List<String> models() {
    List<String> models = new ArrayList<>();
    models.add(SpanModel.name());
    models.add(english.model().name() + "-as-evidence");
    models.addAll(parts.models());
    return models;
  }

  /**
   * Returns the names of one document in the order of the text; none overlap.
   *
   * @param sentences all sentences of the document, from {@link
   *     io.keeling.models.text.TextAnalyzer}
   */
  public List<NameSpan> tag(List<Sentence> sentences) {
    LexicalDocument document = read(sentences);
    List<List<double[]>> sums = sums(document);
    remember(document, sums);
    List<NameSpan> names = new ArrayList<>();
    for (int line = 0; line < document.size(); line++) {
      List<Candidate> candidates = document.candidates(line);
      for (int i = 0; i < candidates.size(); i++) {
        model.add(document.remembered(line, candidates.get(i)), sums.get(line).get(i));
      }
      for (LexicalName name : decode(document, line, sums)) {
        @Nullable EntityType type = name.kind().type();
        if (type != null) {
          Candidate found = found(candidates, name);
          names.add(new NameSpan(found.from(), found.to(), type, probability(name.score())));
        }
      }
    }
    return names;
  }

  /** Makes a document ready, before anything of it is remembered. */
  public LexicalDocument read(List<Sentence> sentences) {
    return new LexicalDocument(sentences, lexicon, english.tag(sentences), parts);
  }

  /** Reads a document once, and lets it remember the names. */
  public void remember(LexicalDocument document) {
    remember(document, sums(document));
  }

  private void remember(LexicalDocument document, List<List<double[]>> sums) {
    List<List<LexicalName>> names = new ArrayList<>();
    for (int line = 0; line < document.size(); line++) {
      names.add(decode(document, line, sums));
    }
    document.remember(names);
  }

  private List<List<double[]>> sums(LexicalDocument document) {
    List<List<double[]>> sums = new ArrayList<>();
    for (int line = 0; line < document.size(); line++) {
      List<double[]> ofLine = new ArrayList<>();
      for (Candidate candidate : document.candidates(line)) {
        double[] sum = new double[NameKind.values().length];
        model.add(candidate.features(), sum);
        ofLine.add(sum);
      }
      sums.add(ofLine);
    }
    return sums;
  }

  private List<LexicalName> decode(LexicalDocument document, int line, List<List<double[]>> sums) {
    double margin = lexicon.capitalisesNouns() ? NOUNS : 0;
    return SpanModel.decode(document.size(line), document.candidates(line), sums.get(line), margin);
  }

  private static Candidate found(List<Candidate> candidates, LexicalName name) {
    return candidates.stream()
        .filter(c -> c.start() == name.start() && c.end() == name.end())
        .findFirst()
        .orElseThrow();
  }

  /** The probability of a name against no name, from its log odds. */
  private static double probability(double score) {
    return 1 / (1 + Math.exp(-score));
  }
}
