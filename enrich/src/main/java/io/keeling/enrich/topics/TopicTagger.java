package io.keeling.enrich.topics;

import io.keeling.enrich.lexicon.LexiconHits;
import io.keeling.enrich.lexicon.TermLexicon;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.taxonomy.TaxonomyReader;
import io.keeling.enrich.taxonomy.TaxonomyTopic;
import io.keeling.models.names.NameModel;
import io.keeling.models.topics.ParagraphCategorizer;
import io.keeling.models.topics.TopicModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Grades an article's link to climate change and gives it topics, each with the words that justify
 * it. English is tagged by the lexicon and a categorizer of paragraphs together, the taxonomy's
 * other languages by the lexicon alone, the rest not at all. A title raises a score, but a topic is
 * only given where the text itself has evidence, because evidence is offsets into the text.
 * Immutable; threads may share it.
 */
public final class TopicTagger {

  /** Groups of topics that are close to climate change without mentioning it. */
  static final Set<String> ADJACENT_GROUPS = Set.of("impacts", "energy", "nature", "sectors");

  private static final String ENGLISH = "en";

  private final Taxonomy taxonomy;
  private final TopicModel model;
  private final ParagraphCategorizer categorizer;
  private final VerdictWeights weights;
  private final OwnTerms ownTerms;
  private final Set<String> topicIds;
  private final Map<String, TermLexicon> lexicons = new HashMap<>();

  /** Compiles the taxonomy's lexicons. */
  public TopicTagger(Taxonomy taxonomy, TopicModel model) {
    this.taxonomy = taxonomy;
    this.model = model;
    this.categorizer = new ParagraphCategorizer(model);
    this.weights = VerdictWeights.load();
    this.ownTerms = OwnTerms.of(taxonomy);
    this.topicIds =
        taxonomy.topics().stream().map(TaxonomyTopic::id).collect(Collectors.toUnmodifiableSet());
    for (String language : taxonomy.languages()) {
      lexicons.put(language, TermLexicon.of(taxonomy, language));
    }
  }

  /** The tagger of the built-in taxonomy and model. */
  public static TopicTagger load() {
    return new TopicTagger(TaxonomyReader.builtIn(), TopicModel.load(NameModel.load().clusters()));
  }

  /** Whether there is a topic of this id. */
  public boolean knows(String topic) {
    return topicIds.contains(topic);
  }

  /** Whether there is a lexicon for a language (ISO 639-1). */
  public boolean speaks(String language) {
    return lexicons.containsKey(language);
  }

  /**
   * The names of the models and lexicons that tag articles of a language, for {@code
   * enrichment.models}.
   */
  public List<String> models(String language) {
    if (!speaks(language)) {
      return List.of("no-lexicon-" + language);
    }
    List<String> models = new ArrayList<>();
    models.add("keeling-taxonomy-" + language + "-" + taxonomy.version());
    if (language.equals(ENGLISH)) {
      models.add(model.name());
    }
    return models;
  }

  /**
   * Tags an article.
   *
   * @param language ISO 639-1 code; a language without a lexicon gets {@link TopicTagging#UNKNOWN}
   */
  public TopicTagging tag(String title, String text, String language) {
    TermLexicon lexicon = lexicons.get(language);
    if (lexicon == null) {
      return TopicTagging.UNKNOWN;
    }
    LexiconHits hits = lexicon.find(title, text);
    return language.equals(ENGLISH)
        ? verdict(hits, text).tagging()
        : LexiconVerdict.of(taxonomy, hits).tagging();
  }

  /**
   * Explains the grade of an article. Takes longer than tagging it.
   *
   * @param language ISO 639-1 code; a language without a lexicon has no reasons
   */
  public ClimateReasons climateReasons(String title, String text, String language) {
    TermLexicon lexicon = lexicons.get(language);
    if (lexicon == null) {
      return ClimateReasons.UNKNOWN;
    }
    LexiconHits hits = lexicon.find(title, text);
    return language.equals(ENGLISH)
        ? verdict(hits, text).reasons()
        : LexiconVerdict.of(taxonomy, hits).reasons();
  }

  private JointVerdict verdict(LexiconHits hits, String text) {
    return new JointVerdict(
        taxonomy,
        ownTerms,
        weights,
        hits,
        new CategorizedArticle(categorizer, taxonomy, hits, text));
  }
}
