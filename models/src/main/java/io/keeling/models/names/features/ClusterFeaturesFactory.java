package io.keeling.models.names.features;

import java.util.Map;
import opennlp.tools.util.InvalidFormatException;
import opennlp.tools.util.featuregen.AdaptiveFeatureGenerator;
import opennlp.tools.util.featuregen.GeneratorFactory;
import opennlp.tools.util.model.ArtifactSerializer;

/**
 * Creates the cluster features of a model. The feature description names this class; its {@code
 * dict} is the key of the clusters among the model's resources.
 */
public final class ClusterFeaturesFactory
    extends GeneratorFactory.AbstractXmlFeatureGeneratorFactory {

  @Override
  public AdaptiveFeatureGenerator create() throws InvalidFormatException {
    String key = getStr("dict");
    if (resourceManager.getResource(key) instanceof WordClusters clusters) {
      return new ClusterFeatures(clusters);
    }
    throw new InvalidFormatException("no word clusters under " + key);
  }

  @Override
  public Map<String, ArtifactSerializer<?>> getArtifactSerializerMapping()
      throws InvalidFormatException {
    return Map.of(getStr("dict"), new WordClusters.Serializer());
  }
}
