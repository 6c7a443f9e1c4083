package io.keeling.models.topics;

import io.keeling.models.files.ModelFile;
import io.keeling.models.files.WeightsSerializer;
import io.keeling.models.names.features.WordClusters;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.util.ext.ExtensionLoader;
import opennlp.tools.util.model.ArtifactSerializer;

/**
 * The trained model of the topics of a paragraph of English news. training/README.md describes its
 * training, and docs/quality.md its quality.
 *
 * <p>Immutable and thread-safe.
 */
public final class TopicModel {

  private static final String RESOURCE = "topics-en.bin";
  private static final String HEADS = "topic-heads-en.bin";

  private final String name;
  private final DoccatModel model;
  private final WordClusters clusters;
  private final WordVectors vectors;
  private final VectorHeads heads;

  private TopicModel(
      String name,
      DoccatModel model,
      WordClusters clusters,
      WordVectors vectors,
      VectorHeads heads) {
    this.name = name;
    this.model = model;
    this.clusters = clusters;
    this.vectors = vectors;
    this.heads = heads;
  }

  /**
   * Loads the model from the class path. Takes about a tenth of a second, so it should be done
   * once.
   *
   * @param clusters the clusters with which the model was trained; the name model contains them
   * @throws UncheckedIOException if the model is damaged
   */
  public static TopicModel load(WordClusters clusters) {
    try (InputStream in = ModelFile.inMemory(TopicModel.class, RESOURCE);
        InputStream of = ModelFile.open(TopicModel.class, HEADS)) {
      allowFeatures();
      DoccatModel model =
          new DoccatModel(in) {
            @Override
            protected void createArtifactSerializers(
                Map<String, ArtifactSerializer<?>> serializers) {
              super.createArtifactSerializers(serializers);
              WeightsSerializer.register(serializers);
            }
          };
      VectorHeads heads = VectorHeads.read(of);
      WordVectors vectors = WordVectors.load();
      return of("keeling-topics-en-8", model, clusters, vectors, heads);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot load the topic model", e);
    }
  }

  /** Reads a model written by {@link #write}, to score it. */
  public static TopicModel read(
      String name, Path folder, WordClusters clusters, WordVectors vectors) throws IOException {
    allowFeatures();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(folder.resolve(RESOURCE)));
        InputStream heads = Files.newInputStream(folder.resolve(HEADS))) {
      return of(name, new DoccatModel(in), clusters, vectors, VectorHeads.read(heads));
    }
  }

  /** Writes both files of the model, and returns their size in bytes. */
  public long write(Path folder) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve(RESOURCE));
        OutputStream of = new BufferedOutputStream(Files.newOutputStream(folder.resolve(HEADS)))) {
      model.serialize(out);
      heads.write(of);
    }
    return Files.size(folder.resolve(RESOURCE)) + Files.size(folder.resolve(HEADS));
  }

  public static TopicModel of(
      String name,
      DoccatModel model,
      WordClusters clusters,
      WordVectors vectors,
      VectorHeads heads) {
    return new TopicModel(name, model, clusters, vectors, heads);
  }

  /**
   * Lets OpenNLP create {@link ParagraphFeatures} by name, which it refuses by default. Must be
   * called before a model that uses it is trained or read. Idempotent.
   */
  public static void allowFeatures() {
    ExtensionLoader.registerAllowedPackage(ParagraphFeatures.class.getPackageName());
  }

  /** Returns the name of the model in {@code enrichment.models}. */
  public String name() {
    return name;
  }

  DoccatModel model() {
    return model;
  }

  WordClusters clusters() {
    return clusters;
  }

  WordVectors vectors() {
    return vectors;
  }

  VectorHeads heads() {
    return heads;
  }
}
