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
 * The trained model that says what a paragraph of English news is about. training/README.md says
 * how it was trained, docs/quality.md how good it is.
 *
 * <p>Immutable and shared by all threads.
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
   * Loads the model that ships, from the class path. Takes about a tenth of a second, so do it
   * once.
   *
   * @param clusters those that the model was trained with, which the name model carries
   * @throws UncheckedIOException if it is damaged
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

  /** Reads a model that {@link #write} wrote, to score it. */
  public static TopicModel read(
      String name, Path folder, WordClusters clusters, WordVectors vectors) throws IOException {
    allowFeatures();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(folder.resolve(RESOURCE)));
        InputStream heads = Files.newInputStream(folder.resolve(HEADS))) {
      return of(name, new DoccatModel(in), clusters, vectors, VectorHeads.read(heads));
    }
  }

  /** Writes both files of the model, named as those that ship; gives their size in bytes. */
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
   * Lets OpenNLP make {@link ParagraphFeatures} by name, which it refuses otherwise. To be called
   * before a model that uses it is trained or read; calling again does no harm.
   */
  public static void allowFeatures() {
    ExtensionLoader.registerAllowedPackage(ParagraphFeatures.class.getPackageName());
  }

  /** What {@code enrichment.models} says of it. */
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
