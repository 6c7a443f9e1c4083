package io.keeling.app.security;

import io.keeling.contract.serde.Json;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A Kafka and a PostgreSQL that want TLS and a password, and the settings under which a process
 * uses them. Not for sharing between threads.
 *
 * @param directory where files may lie
 * @param authority that signed both servers' certificates
 */
record SecuredServers(
    Path directory, CertificateAuthority authority, SecuredKafka kafka, SecuredPostgres postgres)
    implements AutoCloseable {

  static SecuredServers start(Path directory) throws Exception {
    CertificateAuthority authority = CertificateAuthority.create(directory.resolve("authority"));
    SecuredKafka kafka = SecuredKafka.start(directory.resolve("kafka"), authority);
    return new SecuredServers(
        directory,
        authority,
        kafka,
        SecuredPostgres.start(directory.resolve("postgres"), authority.issue("database")));
  }

  /** Settings with these properties for Kafka. */
  Map<String, String> kafkaSettings(Map<String, String> properties) throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put("KEELING_KAFKA_BOOTSTRAP_SERVERS", kafka.passwordListener());
    settings.put("KEELING_KAFKA_PROPERTIES", Json.MAPPER.writeValueAsString(properties));
    settings.put("KEELING_INGEST_STREAMS_STATE_DIRECTORY", directory.resolve("i").toString());
    settings.put("KEELING_ENRICH_STATE_DIRECTORY", directory.resolve("e").toString());
    settings.put("KEELING_DESK_SEARCH_DIRECTORY", directory.resolve("f").toString());
    return settings;
  }

  /** Settings of a role that is well. */
  Map<String, String> settings(String role) throws Exception {
    return databaseSettings(role, postgres.url(authority), role);
  }

  /**
   * Settings of a role with another database.
   *
   * @param password whose password it has
   */
  Map<String, String> databaseSettings(String role, String url, String password) throws Exception {
    Map<String, String> settings = kafkaSettings(kafka.properties(role, authority));
    settings.put("KEELING_DATABASE_URL", url);
    settings.put("KEELING_DATABASE_USER", "keeling_" + role);
    settings.put("KEELING_DATABASE_PASSWORD_FILE", postgres.secret(password).toString());
    return settings;
  }

  @Override
  public void close() throws Exception {
    postgres.close();
    kafka.close();
  }
}
