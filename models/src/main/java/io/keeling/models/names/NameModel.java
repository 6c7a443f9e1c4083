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
 * The trained model that finds names. training/README.md says how it was trained, docs/quality.md
 * how good it is.
 *
 * <p>Shared by all threads; each makes its own {@link NameTagger} of it.
 */
public final class NameModel {

  private static final String RESOURCE = "names-en.bin";

  /** What the feature description calls the clusters, in the model file. */
  private static final String CLUSTERS = "words.clusters";

  /** What the feature description calls the known names, in the model file. */
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
   * Loads the model that ships, from the class path. Takes about a second, so do it once.
   *
   * @throws UncheckedIOException if it is damaged
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

  /** What {@code enrichment.models} says of it. */
  public String name() {
    return name;
  }

  /** ISO 639-1 codes of the languages it was trained for. For others, its finds are guesses. */
  public Set<String> languages() {
    return Set.of("en");
  }

  FeatureWeights weights() {
    return weights;
  }

  /** The words that its taggers met lately. */
  KeptWords<ModelWord> words() {
    return words;
  }

  /** The clusters of similar words that the model carries. */
  public WordClusters clusters() {
    return Objects.requireNonNull(model.getArtifact(CLUSTERS));
  }

  /** Whether a word is a first name that the model knows. */
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
