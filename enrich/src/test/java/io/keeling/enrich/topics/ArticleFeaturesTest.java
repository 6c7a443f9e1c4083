package io.keeling.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.keeling.enrich.lexicon.LexiconHits;
import io.keeling.enrich.lexicon.TermLexicon;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.taxonomy.TaxonomyReader;
import io.keeling.enrich.taxonomy.TaxonomyTopic;
import io.keeling.models.names.NameModel;
import io.keeling.models.topics.ParagraphCategorizer;
import io.keeling.models.topics.TopicModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArticleFeaturesTest {

  private static final Taxonomy TAXONOMY = TaxonomyReader.builtIn();
  private static final ParagraphCategorizer CATEGORIZER =
      new ParagraphCategorizer(TopicModel.load(NameModel.load().clusters()));

  private static final String COAL =
      "The last two units of the coal-fired power station at Jaworek will close in March, and the"
          + " mine that fed them with lignite for sixty years is to be flooded, its owner said.\n";
  private static final String FOOTBALL =
      "Rovers won the cup on penalties after a goalless match in which both keepers shone, and the"
          + " captain lifted the trophy before a crowd of eleven thousand at the old ground.\n";
  private static final String CARBON_TAX =
      "The carbon tax rises to 90 euros a tonne of carbon dioxide from January, parliament decided"
          + " on Thursday, and the revenue goes back to households as a dividend each year.\n";

  @Test
  void passagesAreSeenBySurestSecondFirstAndMean() {
    Read read = read(FOOTBALL + COAL);

    double football = Math.max(-8, read.categories().odds(0, "coal"));
    assertThat(read.categories().odds(1, "coal")).isGreaterThan(8);
    Map<String, Double> features = read.topic("coal", 0, 0);
    assertThat(features)
        .containsEntry("highest", 8.0)
        .containsEntry("first", football)
        .containsEntry("doublings", 1.0);
    assertThat(features.get("second-highest")).isCloseTo(football - 8, within(1e-9));
    assertThat(features.get("mean")).isBetween(-7.0, 7.0);
  }

  @Test
  void aTopicIsSeenBesideTheForemostOnlyWhereClimateChangeIsSpokenOf() {
    Read read = read(COAL);

    assertThat(read.topic("wind-power", 1, 0).get("highest-nearest")).isNegative();
    assertThat(read.topic("coal", 1, 0)).containsEntry("highest-nearest", 0.0);
    assertThat(read.topic("wind-power", -1, 0)).containsEntry("highest-nearest", 0.0);
    assertThat(read.topic("wind-power", -1, 3)).containsEntry("close", 3.0);
    assertThat(read.topic("wind-power", 1, 3)).containsEntry("close", 0.0);
  }

  @Test
  void lengthCountsNoMoreBeyondThirtyTwoPassages() {
    assertThat(read(FOOTBALL).features().doublings()).isZero();
    assertThat(read(FOOTBALL.repeat(8)).features().doublings()).isCloseTo(3, within(1e-9));
    assertThat(read(FOOTBALL.repeat(40)).features().doublings()).isEqualTo(5);
  }

  @Test
  void sentenceIsUnnamedWithoutATermOfClimateChange() {
    assertThat(read("The sea takes another metre of the road.").features().isUnnamedSentence())
        .isTrue();
    assertThat(read("She blames climate change for it.").features().isUnnamedSentence()).isFalse();
    assertThat(read(FOOTBALL).features().isUnnamedSentence()).isFalse();
  }

  @Test
  void noTextHasNoPassageAndNothingIsLikely() {
    Read read = read("");

    assertThat(read.features().climate().get("highest")).isNegative();
    assertThat(read.topic("coal", 0, 0)).containsEntry("mean", -8.0).containsEntry("first", -8.0);
  }

  @Test
  void topicsOfPolicyAreNotCloseByThemselves() {
    Read read = read(CARBON_TAX);

    ArticleFeatures.TopicStrength all = read.features().nearest();
    ArticleFeatures.TopicStrength adjacent = read.features().nearestAdjacent();

    assertThat(all.odds()).isEqualTo(read.categories().highest("carbon-pricing"));
    assertThat(adjacent.odds()).isLessThan(all.odds());
    assertThat(adjacent.part()).isLessThan(all.part());
  }

  @Test
  void topicOfAnEditorIsNotAmongTheNearest() {
    Taxonomy ours = TAXONOMY;
    List<TaxonomyTopic> topics =
        ours.topics().stream().map(t -> t.id().equals("coal") ? renamed(t, "lignite") : t).toList();
    Taxonomy edited =
        new Taxonomy(
            ours.version(), ours.digest(), ours.groups(), ours.ignore(), ours.climate(), topics);

    assertThat(read(COAL, edited).features().nearest().part())
        .isLessThan(read(COAL).features().nearest().part());
  }

  private static TaxonomyTopic renamed(TaxonomyTopic topic, String id) {
    return new TaxonomyTopic(
        id,
        topic.group(),
        topic.label(),
        topic.note(),
        topic.codes(),
        topic.needsClimate(),
        topic.ignore(),
        topic.lexicon(),
        topic.mentions());
  }

  private static Read read(String text) {
    return read(text, TAXONOMY);
  }

  private static Read read(String text, Taxonomy taxonomy) {
    LexiconHits hits = TermLexicon.of(taxonomy, "en").find("", text);
    CategorizedArticle categories = new CategorizedArticle(CATEGORIZER, taxonomy, hits, text);
    return new Read(categories, new ArticleFeatures(taxonomy, hits, categories));
  }

  private record Read(CategorizedArticle categories, ArticleFeatures features) {

    Map<String, Double> topic(String id, double speaks, double close) {
      List<String> ids = TAXONOMY.topics().stream().map(TaxonomyTopic::id).toList();
      return features.topic(ids.indexOf(id), speaks, close);
    }
  }
}
