package io.keeling.models.training;

import io.keeling.models.names.features.WordClusters;
import io.keeling.models.topics.ParagraphCategorizer;
import io.keeling.models.topics.ParagraphFeatures;
import io.keeling.models.topics.TopicModel;
import io.keeling.models.topics.VectorHeads;
import io.keeling.models.topics.WordVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractDataIndexer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns a model of topics by OpenNLP's quasi-Newton trainer (OWL-QN: Andrew and Gao, "Scalable
 * training of L1-regularized log-linear models", ICML 2007): for each category a logistic model of
 * its paragraphs against all others. They are joined in one model for OpenNLP's categorizer, in
 * which nothing speaks for {@link ParagraphCategorizer#NOTHING}.
 *
 * <p>Not for sharing between threads.
 */
public final class TopicTrainer {

  private static final Logger LOG = LoggerFactory.getLogger(TopicTrainer.class);

  private static final String YES = "yes";
  private static final String NO = "no";

  /** Features of fewer paragraphs are not learnt. */
  private static final int CUTOFF = 2;

  private static final int ITERATIONS = 60;
  private static final double L1 = 0.03;
  private static final double L2 = 0.3;

  /** Weights are stored in steps of this size, which packs better. */
  private static final double STEP = 1.0 / 64;

  private final WordClusters clusters;
  private final WordVectors vectors;

  /**
   * @param clusters those of the name model
   * @param vectors those that ship
   */
  public TopicTrainer(WordClusters clusters, WordVectors vectors) {
    this.clusters = clusters;
    this.vectors = vectors;
  }

  /** Learns all categories that occur in the examples, by features and by vectors. */
  public TopicModel train(String name, List<TopicExample> examples) throws IOException {
    VectorHeads heads = new VectorHeadTrainer(vectors).train(examples);
    return TopicModel.of(name, categorizer(examples), clusters, vectors, heads);
  }

  private DoccatModel categorizer(List<TopicExample> examples) throws IOException {
    List<String[]> contexts = new ArrayList<>();
    TreeSet<String> categories = new TreeSet<>();
    ParagraphFeatures features = new ParagraphFeatures();
    for (TopicExample example : examples) {
      Map<String, Object> extra =
          Map.of(
              ParagraphFeatures.CLUSTERS, clusters, ParagraphFeatures.LEXICON, example.lexicon());
      contexts.add(
          features
              .extractFeatures(example.words().toArray(String[]::new), extra)
              .toArray(String[]::new));
      categories.addAll(example.categories());
    }
    List<String> outcomes = new ArrayList<>(List.of(ParagraphCategorizer.NOTHING));
    outcomes.addAll(categories);
    Map<String, TreeMap<Integer, Double>> weights = new TreeMap<>();
    for (int outcome = 1; outcome < outcomes.size(); outcome++) {
      List<Event> events = new ArrayList<>();
      for (int i = 0; i < examples.size(); i++) {
        boolean yes = examples.get(i).categories().contains(outcomes.get(outcome));
        events.add(new Event(yes ? YES : NO, contexts.get(i)));
      }
      collect(learn(events), outcome, weights);
    }
    TopicModel.allowFeatures();
    DoccatFactory factory = new DoccatFactory(new FeatureGenerator[] {new ParagraphFeatures()});
    return new DoccatModel("en", model(weights, outcomes), new HashMap<>(), factory);
  }

  private static AbstractModel learn(List<Event> events) throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    parameters.put(TrainingParameters.CUTOFF_PARAM, CUTOFF);
    parameters.put(
        AbstractEventTrainer.DATA_INDEXER_PARAM, AbstractEventTrainer.DATA_INDEXER_ONE_PASS_VALUE);
    parameters.put(AbstractDataIndexer.SORT_PARAM, false);
    parameters.put(QNTrainer.L1COST_PARAM, L1);
    parameters.put(QNTrainer.L2COST_PARAM, L2);
    return (AbstractModel)
        TrainerFactory.getEventTrainer(parameters, new HashMap<>())
            .train(ObjectStreamUtils.createObjectStream(events));
  }

  /** Takes over what speaks for yes rather than no. */
  @SuppressWarnings("unchecked") // as AbstractModel documents its data structures
  private static void collect(
      AbstractModel model, int outcome, Map<String, TreeMap<Integer, Double>> weights) {
    int yes = model.getIndex(YES);
    ((Map<String, Context>) model.getDataStructures()[1])
        .forEach(
            (feature, context) -> {
              double weight = 0;
              for (int i = 0; i < context.getOutcomes().length; i++) {
                double part = context.getParameters()[i];
                weight += context.getOutcomes()[i] == yes ? part : -part;
              }
              double rounded = Math.round(weight / STEP) * STEP;
              if (rounded != 0) {
                weights.computeIfAbsent(feature, f -> new TreeMap<>()).put(outcome, rounded);
              }
            });
  }

  private static GISModel model(
      Map<String, TreeMap<Integer, Double>> weights, List<String> outcomes) {
    LOG.info("{} features of {} categories", weights.size(), outcomes.size() - 1);
    Context[] contexts =
        weights.values().stream()
            .map(
                w ->
                    new Context(
                        w.keySet().stream().mapToInt(i -> i).toArray(),
                        w.values().stream().mapToDouble(d -> d).toArray()))
            .toArray(Context[]::new);
    return new GISModel(
        contexts, weights.keySet().toArray(String[]::new), outcomes.toArray(String[]::new));
  }
}
