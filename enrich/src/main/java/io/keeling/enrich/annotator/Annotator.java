package io.keeling.enrich.annotator;

import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.Enrichment;
import io.keeling.enrich.topics.TopicTagging;
import java.util.ArrayList;
import java.util.List;

/**
 * Tags an article: a pure function of the article and the {@link AnnotatorResources}. One instance
 * per thread.
 */
public final class Annotator {

  /** Counts the changes of the code that could tag the same article differently. */
  static final int RELEASE = 1;

  private final AnnotatorResources resources;

  public Annotator(AnnotatorResources resources) {
    this.resources = resources;
  }

  /** Changes whenever the same article could be tagged differently. */
  public String version() {
    return resources.version();
  }

  /** Tags an article. */
  public Annotation annotate(Article article) {
    return annotate(article.title(), article.text(), article.language());
  }

  /**
   * Tags a text.
   *
   * @param language ISO 639-1 code
   */
  public Annotation annotate(String title, String text, String language) {
    List<String> models = new ArrayList<>();
    TopicTagging tagging = resources.topics().tag(title, text, language);
    models.add(
        resources.topics().speaks(language)
            ? "keeling-taxonomy-" + resources.taxonomy().version() + "-" + language
            : "no-lexicon-" + language);
    return new Annotation(
        List.of(),
        List.of(),
        tagging.climate(),
        tagging.topics(),
        new Enrichment(version(), models));
  }
}
