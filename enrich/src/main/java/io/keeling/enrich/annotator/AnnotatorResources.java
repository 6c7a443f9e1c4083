package io.keeling.enrich.annotator;

import io.keeling.enrich.places.Geographer;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.taxonomy.TaxonomyReader;
import io.keeling.enrich.topics.TopicTagger;
import io.keeling.models.names.NameModel;
import io.keeling.models.topics.TopicModel;

/**
 * What all annotators share: loaded once, in two or three seconds. Immutable; threads may share it.
 */
public final class AnnotatorResources {

  private final Taxonomy taxonomy;
  private final TopicTagger topics;
  private final Geographer geographer;
  private final NameModel names;
  private final String version;

  private AnnotatorResources(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    this.geographer = new Geographer();
    this.names = NameModel.load();
    TopicModel categories = TopicModel.load(names.clusters());
    this.topics = new TopicTagger(taxonomy, categories);
    this.version =
        Annotator.RELEASE + "-" + names.name() + "-" + categories.name() + "-" + taxonomy.digest();
  }

  /** With the taxonomy that comes with Keeling. */
  public static AnnotatorResources load() {
    return load(TaxonomyReader.builtIn());
  }

  /** With another taxonomy. */
  public static AnnotatorResources load(Taxonomy taxonomy) {
    return new AnnotatorResources(taxonomy);
  }

  /** The taxonomy in use. */
  public Taxonomy taxonomy() {
    return taxonomy;
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

  /** Changes whenever the same article could be tagged differently. */
  public String version() {
    return version;
  }
}
