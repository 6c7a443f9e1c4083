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
 * Reads the weights of a model into a {@link FeatureTable}. Unlike OpenNLP, which reads a million
 * numbers one by one from the zip file, it reads all bytes at once.
 */
public final class WeightsSerializer extends GenericModelSerializer {

  private WeightsSerializer() {}

  /**
   * Adds this serializer to a model's serializers. OpenNLP calls this after adding its own
   * serializers.
   */
  public static void register(Map<String, ArtifactSerializer<?>> serializers) {
    serializers.put("model", new WeightsSerializer());
  }

  @Override
  public AbstractModel create(InputStream in) throws IOException {
    return read(in.readAllBytes());
  }

  /**
   * Reads weights in the format of OpenNLP's {@code BinaryFileDataReader}.
   *
   * @throws IOException if they are damaged
   */
  public static AbstractModel read(byte[] weights) throws IOException {
    try {
      return new CompactReader(new ByteArrayDataReader(weights)).getModel();
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new InvalidFormatException("the weights are truncated", e);
    }
  }
}
