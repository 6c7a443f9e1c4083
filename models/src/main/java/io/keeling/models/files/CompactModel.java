package io.keeling.models.files;

import java.util.LinkedHashMap;
import java.util.Map;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.UniformPrior;

/**
 * A maximum entropy model of OpenNLP in a quarter of the memory. The taggers read its {@link
 * FeatureTable}. OpenNLP's own methods, which explanations and tests use, give the same results but
 * are slow.
 */
final class CompactModel extends AbstractModel {

  private final FeatureTable table;

  CompactModel(String[] outcomes, FeatureTable table) {
    super(new Context[0], new String[0], outcomes);
    this.table = table;
    pmap = table.asMap();
    prior = new UniformPrior();
    prior.setLabels(outcomeNames, new String[0]);
    modelType = ModelType.Maxent;
  }

  FeatureTable table() {
    return table;
  }

  /** Returns a model of the given features, without those that this model does not know. */
  private GISModel only(String[] features) {
    Map<String, Context> known = new LinkedHashMap<>();
    for (String feature : features) {
      Context context = pmap.get(feature);
      if (context != null) {
        known.put(feature, context);
      }
    }
    return new GISModel(
        known.values().toArray(new Context[0]),
        known.keySet().toArray(new String[0]),
        outcomeNames);
  }

  @Override
  public double[] eval(String[] context) {
    return only(context).eval(context);
  }

  @Override
  public double[] eval(String[] context, double[] probs) {
    return only(context).eval(context, probs);
  }

  @Override
  public double[] eval(String[] context, float[] values) {
    return only(context).eval(context, values);
  }
}
