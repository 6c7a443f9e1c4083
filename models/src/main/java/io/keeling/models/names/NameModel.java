package io.keeling.models.names;

import io.keeling.models.files.ModelFile;
import io.keeling.models.files.WeightsSerializer;
import io.keeling.models.names.features.Gazetteer;
import io.keeling.models.names.features.NameFeatures;
import io.keeling.models.names.features.WordClusters;
import io.keeling.models.text.KeptWords;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.model.ArtifactSerializer;

/**
 * The trained model that finds names. training/README.md describes its training, and
 * docs/quality.md its quality.
 *
 * <p>Thread-safe; each thread makes its own {@link NameTagger} from it.
 */
public final class NameModel {

  private static final String RESOURCE = "names-en.bin";

  /** Key of the clusters in the model file and in the feature description. */
  private static final String CLUSTERS = "words.clusters";

  /** Key of the gazetteer in the model file and in the feature description. */
  private static final String GAZETTEER = "names.gazetteer";

  private final String name;
  private final TokenNameFinderModel model;
  private final FeatureWeights weights;
  private final KeptWords<ModelWord> words = new KeptWords<>();

  private NameModel(String name, TokenNameFinderModel model) {
    this.name = name;
    this.model = model;
    this.weights = new FeatureWeights(model);
  }

  /**
   * Loads the model from the class path. Takes about a second, so it should be done once.
   *
   * @throws UncheckedIOException if the model is damaged
   */
  public static NameModel load() {
    try (InputStream in = ModelFile.inMemory(NameModel.class, RESOURCE)) {
      return read(in, "keeling-names-en-3");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot load " + RESOURCE, e);
    }
  }

  /** Reads a model from a file, to score it. */
  public static NameModel read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return read(in, file.getFileName().toString());
    }
  }

  private static NameModel read(InputStream in, String name) throws IOException {
    NameFeatures.allow();
    return new NameModel(
        name,
        new TokenNameFinderModel(in) {
          @Override
          protected void createArtifactSerializers(Map<String, ArtifactSerializer<?>> serializers) {
            super.createArtifactSerializers(serializers);
            WeightsSerializer.register(serializers);
          }
        });
  }

  /** Returns the name of the model in {@code enrichment.models}. */
  public String name() {
    return name;
  }

  /**
   * Returns ISO 639-1 codes of the languages that the model is trained for. In other languages, its
   * names are guesses.
   */
  public Set<String> languages() {
    return Set.of("en");
  }

  FeatureWeights weights() {
    return weights;
  }

  /** Returns the cache of words that the taggers met recently. */
  KeptWords<ModelWord> words() {
    return words;
  }

  /** Returns the word clusters in the model. */
  public WordClusters clusters() {
    return Objects.requireNonNull(model.getArtifact(CLUSTERS));
  }

  /** Whether a word is a first name in the model's gazetteer. */
  public boolean isFirstName(String word) {
    return gazetteer().isFirstName(new String[] {word}, 0, 1);
  }

  Gazetteer gazetteer() {
    return Objects.requireNonNull(model.getArtifact(GAZETTEER));
  }

  TokenNameFinderModel model() {
    return model;
  }
}
