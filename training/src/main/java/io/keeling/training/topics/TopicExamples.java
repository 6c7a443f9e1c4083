package io.keeling.training.topics;

import io.keeling.enrich.lexicon.LexiconHits;
import io.keeling.enrich.lexicon.TermLexicon;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.taxonomy.TaxonomyReader;
import io.keeling.enrich.topics.ArticleReading;
import io.keeling.enrich.topics.Passage;
import io.keeling.enrich.topics.PassageSplitter;
import io.keeling.training.corpus.LabelledParagraph;
import io.keeling.training.corpus.NewsArticle;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Makes examples to learn topics from, with what the lexicon finds in them. Stateless beside the
 * lexicon; threads may share it.
 */
final class TopicExamples {

  private final Taxonomy taxonomy = TaxonomyReader.builtIn();
  private final TermLexicon lexicon = TermLexicon.of(taxonomy, "en");

  Taxonomy taxonomy() {
    return taxonomy;
  }

  TermLexicon lexicon() {
    return lexicon;
  }

  /**
   * The example that a paragraph is.
   *
   * @param weight how many it stands for
   */
  TopicExample of(LabelledParagraph paragraph, double weight) {
    LexiconHits hits = lexicon.find("", paragraph.text());
    return read(hits, List.of(new Passage(hits.text())), paragraph.categories(), weight).get(0);
  }

  /** The passages of an article about nothing of ours. */
  List<TopicExample> ofUnrelated(NewsArticle article) {
    LexiconHits hits = lexicon.find(article.title(), article.text());
    return read(hits, PassageSplitter.of(article.text(), hits.text()), Set.of(), 1);
  }

  private List<TopicExample> read(
      LexiconHits hits, List<Passage> passages, Set<String> categories, double weight) {
    ArticleReading reading = new ArticleReading(taxonomy, hits, passages);
    return IntStream.range(0, reading.size())
        .mapToObj(
            i ->
                new TopicExample(List.of(reading.words(i)), reading.lexicon(i), categories, weight))
        .toList();
  }
}
