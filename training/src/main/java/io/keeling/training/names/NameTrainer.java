package io.keeling.training.names;

import io.keeling.models.names.features.Gazetteer;
import io.keeling.models.names.features.NameFeatures;
import io.keeling.models.names.features.WordClusters;
import io.keeling.training.corpus.MarkedSentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import opennlp.tools.ml.model.Event;
import opennlp.tools.namefind.BilouCodec;
import opennlp.tools.namefind.NameContextGenerator;
import opennlp.tools.namefind.NameFinderEventStream;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.Span;

/**
 * Trains an OpenNLP name finder on marked sentences.
 *
 * @param clusters words with their clusters, gzipped; see {@link WordClusters}
 * @param gazetteer known names; see {@link Gazetteer}
 */
record NameTrainer(Path clusters, Path gazetteer) {

  /**
   * Decides the order of the examples; another seed changes the mean F1 by up to 0.3
   * (docs/studies/names-recipe.md). An arbitrary number: the year in which the Keeling curve
   * begins.
   */
  private static final long SEED = 1958;

  TokenNameFinderModel train(List<MarkedSentence> sentences) throws IOException {
    byte[] features = NameFeatures.description();
    Map<String, Object> resources;
    try (InputStream words = new GZIPInputStream(Files.newInputStream(clusters));
        InputStream names = Files.newInputStream(gazetteer)) {
      resources =
          Map.of(
              "words.clusters", WordClusters.read(words), "names.gazetteer", Gazetteer.read(names));
    }
    NameFeatures.allow();
    BilouCodec codec = new BilouCodec();
    TokenNameFinderFactory factory =
        TokenNameFinderFactory.create(null, features, resources, codec);
    NameContextGenerator generator = factory.createContextGenerator();
    Examples examples = new Examples();
    for (MarkedSentence sentence : sentences) {
      String[] words = sentence.words().toArray(String[]::new);
      String[] outcomes = codec.encode(spans(sentence), words.length);
      for (Event event : NameFinderEventStream.generateEvents(words, outcomes, generator)) {
        examples.add(event.getContext(), event.getOutcome());
      }
    }
    return new TokenNameFinderModel(
        "en",
        SparseLearner.learn(examples, SEED),
        NameFinderME.DEFAULT_BEAM_SIZE,
        features,
        resources,
        Map.of(),
        codec,
        factory);
  }

  private static Span[] spans(MarkedSentence sentence) {
    return sentence.marks().stream()
        .map(mark -> new Span(mark.start(), mark.end(), mark.type().name()))
        .toArray(Span[]::new);
  }
}
