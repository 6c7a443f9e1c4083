package io.keeling.models.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import org.junit.jupiter.api.Test;

class FeatureTableTest {

  private static final String[] OUTCOMES = {"yes", "no", "perhaps"};

  private static final Map<String, Context> FEATURES = features();

  private final AbstractModel model = model(FEATURES);
  private final FeatureTable table = FeatureTable.of(model);

  private static Map<String, Context> features() {
    Random random = new Random(5);
    Map<String, Context> features = new HashMap<>();
    for (int i = 0; i < 10_000; i++) {
      features.put("w=" + i, context(random, i % 4));
    }
    // Equal hash codes, no characters, and such as do not fit a byte.
    for (String name : new String[] {"Aa", "BB", "AaBB", "BBAa", "", "é", "ÿ", "東京", "\ud83d"}) {
      features.put(name, context(random, 2));
    }
    return features;
  }

  private static Context context(Random random, int weights) {
    int[] outcomes = new int[weights];
    double[] values = new double[weights];
    for (int i = 0; i < weights && i < OUTCOMES.length; i++) {
      outcomes[i] = i;
      values[i] = random.nextGaussian();
    }
    return new Context(outcomes, values);
  }

  private static AbstractModel model(Map<String, Context> features) {
    return new GISModel(
        features.values().toArray(new Context[0]),
        features.keySet().toArray(new String[0]),
        OUTCOMES);
  }

  @Test
  void everyFeatureIsFoundWithItsWeights() {
    FEATURES.forEach(
        (name, context) -> {
          int place = table.find(name);
          assertThat(table.weights(place)).as(name).isEqualTo(context.getOutcomes().length);
          for (int i = 0; i < context.getOutcomes().length; i++) {
            assertThat(table.outcome(place, i)).isEqualTo(context.getOutcomes()[i]);
            assertThat(table.weight(place, i)).isEqualTo(context.getParameters()[i]);
          }
        });
  }

  @Test
  void nothingElseIsFound() {
    for (String name : new String[] {"w=10000", "w", "AaAa", "BBBB", "?", "e\u0301", "\ude00"}) {
      assertThat(table.find(name)).as(name).isEqualTo(FeatureTable.UNKNOWN);
      assertThat(table.asMap()).doesNotContainKey(name);
    }
  }

  @Test
  void weightsAreAddedToTheirOutcomes() {
    double[] sums = {1, 2, 3};

    table.add(table.find("é"), sums);
    table.add(FeatureTable.UNKNOWN, sums);

    double[] weights = FEATURES.get("é").getParameters();
    assertThat(sums).containsExactly(1 + weights[0], 2 + weights[1], 3);
    assertThat(table.weightFor(table.find("é"), 1)).isEqualTo(weights[1]);
    assertThat(table.weightFor(table.find("é"), 2)).isZero();
    assertThat(table.weightFor(FeatureTable.UNKNOWN, 0)).isZero();
  }

  @Test
  void openNlpSeesTheSameMap() {
    assertThat(table.asMap()).isEqualTo(FEATURES);
    assertThat(table.names()).containsExactlyInAnyOrderElementsOf(FEATURES.keySet());
  }

  @Test
  void aCompactModelAnswersAsTheOneThatItIsMadeOf() {
    CompactModel compact = new CompactModel(OUTCOMES, table);
    String[] context = {"w=7", "w=7", "東京", "unknown", "Aa"};
    float[] values = {1, 2, 0.5f, 1, 3};

    assertThat(compact.eval(context)).isEqualTo(model.eval(context));
    assertThat(compact.eval(context, new double[3])).isEqualTo(model.eval(context, new double[3]));
    assertThat(compact.eval(context, values)).isEqualTo(model.eval(context, values));
    assertThat(compact.getIndex("no")).isEqualTo(1);
    assertThat(compact.getModelType()).isEqualTo(model.getModelType());
    assertThat(FeatureTable.of(compact)).isSameAs(compact.table());
  }

  @Test
  void aModelThatDoesNotFitIsRefused() {
    AbstractModel tooLong =
        model(Map.of("w".repeat(40_000), new Context(new int[0], new double[0])));

    assertThatThrownBy(() -> FeatureTable.of(tooLong)).isInstanceOf(IllegalArgumentException.class);
  }
}
