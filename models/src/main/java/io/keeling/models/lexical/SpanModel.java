package io.keeling.models.lexical;

import io.keeling.models.files.FeatureTable;
import io.keeling.models.files.ModelFile;
import io.keeling.models.files.WeightsSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a semi-Markov conditional random field for names, without transitions (Sarawagi
 * and Cohen, "Semi-Markov Conditional Random Fields for Information Extraction", NIPS 2004). One
 * model serves German, French, Spanish, Italian, Portuguese and Dutch. Immutable and thread-safe.
 *
 * <p>training/README.md says what it was learnt from.
 */
public final class SpanModel {

  private static final String NAME = "keeling-names-six-1";

  private static final String FILE = "names-six.bin.gz";

  private final FeatureTable table;

  /** For each outcome of the file the ordinal of its {@link NameKind}. */
  private final int[] kinds;

  /**
   * @param weights whose outcomes are called as {@link NameKind}s
   */
  public SpanModel(AbstractModel weights) {
    table = FeatureTable.of(weights);
    kinds = new int[weights.getNumOutcomes()];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = NameKind.valueOf(weights.getOutcome(i)).ordinal();
    }
  }

  /** Returns a model that knows no feature, to read texts with before anything is learnt. */
  public static SpanModel empty() {
    return new SpanModel(new GISModel(new Context[0], new String[0], new String[0]));
  }

  /** Returns the model that ships; loaded once. */
  static SpanModel shipped() {
    return Shipped.MODEL;
  }

  /** Returns the name of the model in {@code enrichment.models}. */
  static String name() {
    return NAME;
  }

  /** Adds the weights of features to the sums, one for each {@link NameKind} in order. */
  void add(List<String> features, double[] sums) {
    for (String feature : features) {
      int place = table.find(feature);
      for (int i = 0; place != FeatureTable.UNKNOWN && i < table.weights(place); i++) {
        sums[kinds[table.outcome(place, i)]] += table.weight(place, i);
      }
    }
  }

  /**
   * Chooses the names of a line: the candidates that do not overlap and have the highest total
   * score.
   *
   * @param candidates of the line, by their ends
   * @param sums the score of each candidate for each {@link NameKind}
   * @param margin what a name must score at least
   */
  static List<LexicalName> decode(
      int size, List<Candidate> candidates, List<double[]> sums, double margin) {
    double[] best = new double[size + 1];
    @Nullable LexicalName[] last = new LexicalName[size + 1];
    int next = 0;
    for (int end = 1; end <= size; end++) {
      best[end] = best[end - 1];
      for (; next < candidates.size() && candidates.get(next).end() == end; next++) {
        int start = candidates.get(next).start();
        for (NameKind kind : NameKind.values()) {
          double score = sums.get(next)[kind.ordinal()];
          if (score > margin && best[start] + score - margin > best[end]) {
            best[end] = best[start] + score - margin;
            last[end] = new LexicalName(start, end, kind, score);
          }
        }
      }
    }
    List<LexicalName> names = new ArrayList<>();
    int end = size;
    while (end > 0) {
      @Nullable LexicalName name = last[end];
      if (name == null) {
        end--;
      } else {
        names.add(name);
        end = name.start();
      }
    }
    Collections.reverse(names);
    return names;
  }

  private static final class Shipped {

    static final SpanModel MODEL = load();

    private static SpanModel load() {
      try (InputStream file = new GZIPInputStream(ModelFile.open(SpanModel.class, FILE))) {
        return new SpanModel(WeightsSerializer.read(file.readAllBytes()));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + FILE, e);
      }
    }
  }
}
