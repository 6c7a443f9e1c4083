package io.keeling.deploy.chart;

import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of CloudNativePG's API, for which there are no models, the part that its manual has for what we
 * use.
 */
final class CloudNativePgModel {

  private CloudNativePgModel() {}

  record Cluster(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {}

  record Spec(
      int instances,
      @Nullable String imageName,
      @Nullable String primaryUpdateStrategy,
      Storage storage,
      @Nullable ResourceRequirements resources,
      @Nullable Bootstrap bootstrap,
      @Nullable Managed managed) {}

  record Storage(String size, @Nullable String storageClass) {}

  record Bootstrap(Initdb initdb) {}

  record Initdb(
      String database,
      String owner,
      LocalObjectReference secret,
      @Nullable List<String> postInitSQL,
      @Nullable List<String> postInitApplicationSQL) {}

  record Managed(List<Role> roles) {}

  record Role(String name, String ensure, boolean login, LocalObjectReference passwordSecret) {}
}
