package io.keeling.contract.enriched;

import java.util.List;
import java.util.Objects;

/**
 * The version and models of the tagging.
 *
 * @param version changes whenever the same article could be tagged differently
 * @param models the models and lexicons that ran, such as {@code names-en/1}
 */
public record Enrichment(String version, List<String> models) {

  public Enrichment {
    Objects.requireNonNull(version, "version");
    models = models == null ? List.of() : List.copyOf(models);
  }
}
