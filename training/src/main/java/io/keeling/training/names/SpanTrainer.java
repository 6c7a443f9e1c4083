package io.keeling.training.names;

import io.keeling.models.lexical.Candidate;
import io.keeling.models.lexical.LexicalDocument;
import io.keeling.models.lexical.LexicalTagger;
import io.keeling.models.lexical.NameKind;
import io.keeling.models.lexical.NameLexicon;
import io.keeling.models.lexical.SpanModel;
import io.keeling.models.names.NameModel;
import io.keeling.models.text.TextAnalyzer;
import io.keeling.training.corpus.LabelledNames;
import io.keeling.training.corpus.MarkedDocument.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.maxent.GISModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains a {@link SpanModel}. Each text is learnt from twice: as the first pass of {@link
 * LexicalTagger} sees it, and as the second does, which remembers what the first found. What it
 * remembers is found by a model that has not learnt from the text, since a model that has finds too
 * much. Not for sharing between threads.
 */
final class SpanTrainer {

  private static final Logger LOG = LoggerFactory.getLogger(SpanTrainer.class);

  /**
   * Decides the order of the lines. An arbitrary number: the year in which the Keeling curve
   * begins.
   */
  private static final long SEED = 1958;

  private final NameModel english;
  private final Map<String, TextAnalyzer> analyzers = new HashMap<>();

  SpanTrainer(NameModel english) {
    this.english = english;
  }

  GISModel train(List<LabelledNames> texts) {
    SpanLearner learner = new SpanLearner();
    for (int half = 0; half < 2; half++) {
      SpanLearner other = new SpanLearner();
      List<LabelledNames> apart = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        if (i % 2 == half) {
          apart.add(texts.get(i));
        } else {
          add(texts.get(i), read(texts.get(i), null), other);
        }
      }
      SpanModel model = new SpanModel(other.learn(SEED));
      for (LabelledNames text : apart) {
        LexicalTagger tagger = tagger(text.language(), model);
        LexicalDocument document = read(text, tagger);
        add(text, document, learner);
        tagger.remember(document);
        add(text, document, learner);
      }
    }
    return learner.learn(SEED);
  }

  /** Makes a tagger with a model. */
  LexicalTagger tagger(String language, SpanModel model) {
    return new LexicalTagger(NameLexicon.of(language), english, model);
  }

  TextAnalyzer analyzer(String language) {
    return analyzers.computeIfAbsent(language, TextAnalyzer::forLanguage);
  }

  private LexicalDocument read(
      LabelledNames text, @org.jspecify.annotations.Nullable LexicalTagger tagger) {
    LexicalTagger reader = tagger == null ? tagger(text.language(), SpanModel.empty()) : tagger;
    return reader.read(analyzer(text.language()).analyze(text.text()));
  }

  private static void add(LabelledNames text, LexicalDocument document, SpanLearner learner) {
    int reached = 0;
    for (int line = 0; line < document.size(); line++) {
      List<Candidate> candidates = document.candidates(line);
      List<List<String>> features = new ArrayList<>();
      Map<Candidate, NameKind> kinds = new IdentityHashMap<>();
      for (Candidate candidate : candidates) {
        List<String> all = new ArrayList<>(candidate.features());
        all.addAll(document.remembered(line, candidate));
        features.add(all);
        NameKind kind = text.names().get(new Place(candidate.from(), candidate.to()));
        if (kind != null) {
          kinds.put(candidate, kind);
          reached++;
        }
      }
      if (!candidates.isEmpty()) {
        learner.add(document.size(line), candidates, features, kinds);
      }
    }
    if (reached < text.names().size()) {
      LOG.debug("{} of {} names can be reached", reached, text.names().size());
    }
  }
}
