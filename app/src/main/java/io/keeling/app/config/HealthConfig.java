package io.keeling.app.config;

/**
 * Where each role but feeds serves /healthz, /readyz and /metrics; feeds does so beside its page.
 * Immutable and safe to share between threads.
 *
 * @param bindAddress address to listen on
 * @param ingestPort port of the ingest role
 * @param enrichPort port of the enrich role
 * @param sinkPort port of the sink role
 */
public record HealthConfig(String bindAddress, int ingestPort, int enrichPort, int sinkPort) {

  public HealthConfig {
    Ports.check("ingestPort", ingestPort);
    Ports.check("enrichPort", enrichPort);
    Ports.check("sinkPort", sinkPort);
  }

  static HealthConfig defaults() {
    return new HealthConfig("127.0.0.1", 8081, 8082, 8083);
  }
}
