package io.keeling.enrich.annotator;

import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.taxonomy.TaxonomyReader;
import io.keeling.enrich.topics.TopicTagger;

/** What all annotators share: loaded once, a second or two. Immutable; threads may share it. */
public final class AnnotatorResources {

  private final Taxonomy taxonomy;
  private final TopicTagger topics;

  private AnnotatorResources(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    this.topics = new TopicTagger(taxonomy);
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

  /** Changes whenever the same article could be tagged differently. */
  public String version() {
    return Annotator.RELEASE + "-" + taxonomy.digest();
  }
}
