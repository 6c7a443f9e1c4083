package io.keeling.models.files;

import java.io.IOException;
import opennlp.tools.ml.maxent.io.GISModelReader;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.DataReader;
import opennlp.tools.util.InvalidFormatException;

/** Reads a maximum entropy model of OpenNLP into a {@link FeatureTable}. Not thread-safe. */
final class CompactReader extends GISModelReader {

  private static final String TYPE = "GIS";

  CompactReader(DataReader reader) {
    super(reader);
  }

  @Override
  public void checkModelType() throws IOException {
    if (!readUTF().equals(TYPE)) {
      throw new InvalidFormatException("not the weights of a maximum entropy model");
    }
  }

  @Override
  public AbstractModel constructModel() throws IOException {
    // Skips two training parameters that nothing needs.
    readInt();
    readDouble();
    String[] outcomes = getOutcomes();
    int[][] patterns = getOutcomePatterns();
    String[] features = getPredicates();
    return new CompactModel(outcomes, new FeatureTable(features, getParameters(patterns)));
  }
}
