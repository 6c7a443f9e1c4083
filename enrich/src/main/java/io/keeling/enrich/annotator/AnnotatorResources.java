package io.keeling.enrich.annotator;

import io.keeling.enrich.places.Geographer;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.taxonomy.TaxonomyReader;
import io.keeling.enrich.topics.TopicTagger;
import io.keeling.models.names.NameModel;
import io.keeling.models.text.TextAnalyzer;
import io.keeling.models.topics.TopicModel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all annotators share: loaded once, in seconds. Immutable; threads may share it. */
public final class AnnotatorResources {

  private static @Nullable AnnotatorResources builtIn;

  private final TopicTagger topics;
  private final Geographer geographer;
  private final NameModel names;
  private final String version;

  private AnnotatorResources(Supplier<Taxonomy> reader) {
    // The models load while the taxonomy and the gazetteer are read, which takes about as long.
    CompletableFuture<NameModel> namesLoading =
        CompletableFuture.supplyAsync(AnnotatorResources::loadNames);
    CompletableFuture<TopicModel> topicsLoading =
        namesLoading.thenApply(names -> TopicModel.load(names.clusters()));
    Taxonomy taxonomy = reader.get();
    this.geographer = new Geographer();
    this.names = loaded(namesLoading);
    TopicModel topicModel = loaded(topicsLoading);
    this.topics = new TopicTagger(taxonomy, topicModel);
    this.version =
        Annotator.RELEASE + "-" + names.name() + "-" + topicModel.name() + "-" + taxonomy.digest();
  }

  /** The loaded object; rethrows a failure as it was thrown, without the future's wrapper. */
  static <T> T loaded(CompletableFuture<T> loading) {
    try {
      return loading.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw e;
    }
  }

  private static NameModel loadNames() {
    NameModel names = NameModel.load();
    TextAnalyzer.forLanguage("en");
    return names;
  }

  /**
   * Loads everything with the built-in taxonomy, once per process: it takes 3 s of processor time
   * and several hundred megabytes of memory.
   */
  public static synchronized AnnotatorResources load() {
    AnnotatorResources resources = builtIn;
    if (resources == null) {
      resources = new AnnotatorResources(TaxonomyReader::builtIn);
      builtIn = resources;
    }
    return resources;
  }

  /** Loads everything with this taxonomy instead of the built-in one. */
  public static AnnotatorResources load(Taxonomy taxonomy) {
    return new AnnotatorResources(() -> taxonomy);
  }

  TopicTagger topics() {
    return topics;
  }

  Geographer geographer() {
    return geographer;
  }

  NameModel names() {
    return names;
  }

  /** Version of the tagging: changes whenever the same article could be tagged differently. */
  public String version() {
    return version;
  }
}
