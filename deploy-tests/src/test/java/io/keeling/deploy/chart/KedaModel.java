package io.keeling.deploy.chart;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Of KEDA's API, for which there are no models, the part that its manual has for what we use. */
final class KedaModel {

  private KedaModel() {}

  record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {}

  record Spec(
      Target scaleTargetRef,
      @Nullable Integer pollingInterval,
      @Nullable Integer cooldownPeriod,
      @Nullable Integer idleReplicaCount,
      @Nullable Integer minReplicaCount,
      @Nullable Integer maxReplicaCount,
      @Nullable Fallback fallback,
      @Nullable Advanced advanced,
      List<Trigger> triggers) {}

  record Target(String apiVersion, String kind, String name) {}

  record Fallback(int failureThreshold, int replicas) {}

  record Advanced(
      @Nullable Boolean restoreToOriginalReplicaCount,
      @Nullable AutoscalerConfig horizontalPodAutoscalerConfig) {}

  record AutoscalerConfig(@Nullable String name, HorizontalPodAutoscalerBehavior behavior) {}

  /** Values of metadata are strings, numbers too. */
  record Trigger(
      String type,
      @Nullable String name,
      @Nullable String metricType,
      Map<String, String> metadata) {}
}
