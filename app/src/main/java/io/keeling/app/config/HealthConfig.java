package io.keeling.app.config;

import io.keeling.runtime.config.Checks;

/**
 * The addresses at which each role serves /healthz, /readyz and /metrics. The desk does so on the
 * port of its page, too, where a crowd of readers can keep monitoring out.
 *
 * @param bindAddress address to listen on
 * @param ingestPort port of the ingest role
 * @param enrichPort port of the enrich role
 * @param sinkPort port of the sink role
 * @param deskPort port of the desk
 */
public record HealthConfig(
    String bindAddress, int ingestPort, int enrichPort, int sinkPort, int deskPort) {

  public HealthConfig {
    Checks.between("ingestPort", ingestPort, 1, Checks.HIGHEST_PORT);
    Checks.between("enrichPort", enrichPort, 1, Checks.HIGHEST_PORT);
    Checks.between("sinkPort", sinkPort, 1, Checks.HIGHEST_PORT);
    Checks.between("deskPort", deskPort, 1, Checks.HIGHEST_PORT);
  }

  static HealthConfig defaults() {
    return new HealthConfig("127.0.0.1", 8081, 8082, 8083, 8085);
  }
}
