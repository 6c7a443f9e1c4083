package io.keeling.models.topics;

import io.keeling.models.names.features.WordClusters;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.util.ext.ExtensionLoader;

/**
 * The trained model that says what a paragraph of English news is about. How it was trained, and
 * how good it is, says models/README.md.
 *
 * <p>Immutable and shared by all threads.
 */
public final class TopicModel {

  private static final String RESOURCE = "topics-en.bin";

  private final String name;
  private final DoccatModel model;
  private final WordClusters clusters;

  private TopicModel(String name, DoccatModel model, WordClusters clusters) {
    this.name = name;
    this.model = model;
    this.clusters = clusters;
  }

  /**
   * Loads the model that ships, from the class path. Takes about a tenth of a second, so do it
   * once.
   *
   * @param clusters those that the model was trained with, which the name model carries
   * @throws UncheckedIOException if it is damaged
   */
  public static TopicModel load(WordClusters clusters) {
    try (InputStream in = TopicModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      return read(in, "keeling-topics-en-1", clusters);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot load " + RESOURCE, e);
    }
  }

  /** Reads a model from a file, to score it. */
  public static TopicModel read(Path file, WordClusters clusters) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return read(in, file.getFileName().toString(), clusters);
    }
  }

  private static TopicModel read(InputStream in, String name, WordClusters clusters)
      throws IOException {
    allowFeatures();
    return of(name, new DoccatModel(in), clusters);
  }

  /** A model just trained. */
  public static TopicModel of(String name, DoccatModel model, WordClusters clusters) {
    return new TopicModel(name, model, clusters);
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
}
