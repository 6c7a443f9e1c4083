package io.keeling.models.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.util.InvalidFormatException;
import opennlp.tools.util.model.ArtifactSerializer;
import opennlp.tools.util.model.GenericModelSerializer;

/**
 * Reads the weights of a model into a {@link FeatureTable}. Unlike OpenNLP, which asks the zip file
 * for each of a million numbers, it reads all bytes at once.
 */
public final class WeightsSerializer extends GenericModelSerializer {

  private WeightsSerializer() {}

  /** Adds this serializer to those of a model. OpenNLP calls this after adding its own. */
  public static void register(Map<String, ArtifactSerializer<?>> serializers) {
    serializers.put("model", new WeightsSerializer());
  }

  @Override
  public AbstractModel create(InputStream in) throws IOException {
    try {
      return new CompactReader(new ByteArrayDataReader(in.readAllBytes())).getModel();
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new InvalidFormatException("the weights are truncated", e);
    }
  }
}
