package io.keeling.models.names.features;

import java.util.Map;
import opennlp.tools.util.InvalidFormatException;
import opennlp.tools.util.featuregen.AdaptiveFeatureGenerator;
import opennlp.tools.util.featuregen.GeneratorFactory;
import opennlp.tools.util.model.ArtifactSerializer;

/**
 * Creates the gazetteer's features for a model. The feature description names this class; its
 * {@code dict} is the key of the gazetteer among the model's resources.
 */
public final class GazetteerFeaturesFactory
    extends GeneratorFactory.AbstractXmlFeatureGeneratorFactory {

  @Override
  public AdaptiveFeatureGenerator create() throws InvalidFormatException {
    String key = getStr("dict");
    if (resourceManager.getResource(key) instanceof Gazetteer gazetteer) {
      return new GazetteerFeatures(gazetteer);
    }
    throw new InvalidFormatException("no gazetteer under " + key);
  }

  @Override
  public Map<String, ArtifactSerializer<?>> getArtifactSerializerMapping()
      throws InvalidFormatException {
    return Map.of(getStr("dict"), new Gazetteer.Serializer());
  }
}
