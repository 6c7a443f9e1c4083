package io.keeling.app.config;

import io.keeling.runtime.config.Checks;

/**
 * The addresses at which each role serves /healthz, /readyz and /metrics. The desk does so on the
 * port of its page, too, where a crowd of readers can keep monitoring out.
 *
 * @param bindAddress address that every role serves its health and metrics on. The default is this
 *     machine alone; 0.0.0.0 is all interfaces, for monitoring from another machine
 * @param ingestPort health port of the ingest role
 * @param enrichPort health port of the enrich role
 * @param sinkPort health port of the sink role
 * @param deskPort health port of the desk. The desk answers on {@code desk.port} as well, but there
 *     a crowd of readers can keep monitoring out
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
