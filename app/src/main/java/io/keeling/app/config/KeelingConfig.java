package io.keeling.app.config;

import io.keeling.contract.source.Source;
import io.keeling.desk.config.DeskConfig;
import io.keeling.enrich.config.EnrichConfig;
import io.keeling.ingest.config.BackfillConfig;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.sink.config.SinkConfig;
import io.keeling.storage.DatabaseConfig;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All settings of Keeling, as {@code keeling.yaml} holds them. It has a component for each section
 * of keeling.yaml, to which they are bound by name.
 *
 * @param kafka how to reach Kafka, and how its topics are made
 * @param database how to reach PostgreSQL. A role that has a PostgreSQL user of its own finds it in
 *     its own environment or file
 * @param embedded Kafka and PostgreSQL inside this process, for {@code up} and {@code demo}
 * @param health the ports that /healthz, /readyz and /metrics are served on
 * @param logging format and level of the logs
 * @param telemetry whether traces are sent to a tracing system
 * @param ingest settings of the ingest role
 * @param backfill how imports and reprocessing share the pipeline with live traffic
 * @param enrich settings of the enrich role
 * @param sink settings of the sink role
 * @param desk settings of the desk
 * @param sources what to watch: feeds, sitemaps, sections and single pages
 */
public record KeelingConfig(
    KafkaConfig kafka,
    DatabaseConfig database,
    EmbeddedConfig embedded,
    HealthConfig health,
    LoggingConfig logging,
    TelemetryConfig telemetry,
    IngestConfig ingest,
    BackfillConfig backfill,
    EnrichConfig enrich,
    SinkConfig sink,
    DeskConfig desk,
    List<Source> sources) {

  public KeelingConfig {
    sources = List.copyOf(sources);
    Set<String> ids = new HashSet<>();
    for (Source source : sources) {
      if (!ids.add(source.id())) {
        throw new IllegalArgumentException(
            "sources: the id " + source.id() + " stands twice; ids must differ");
      }
    }
  }

  /** Returns the defaults of all settings. */
  public static KeelingConfig defaults() {
    return new KeelingConfig(
        KafkaConfig.defaults(),
        DatabaseConfig.defaults(),
        EmbeddedConfig.defaults(),
        HealthConfig.defaults(),
        LoggingConfig.defaults(),
        TelemetryConfig.defaults(),
        IngestConfig.defaults(),
        BackfillConfig.defaults(),
        EnrichConfig.defaults(),
        SinkConfig.defaults(),
        DeskConfig.defaults(),
        List.of());
  }

  /**
   * Returns these settings with a property of Kafka's clients added, unless the operator has set
   * it.
   */
  public KeelingConfig withKafkaDefault(String name, String value) {
    return new KeelingConfig(
        kafka.withDefault(name, value),
        database,
        embedded,
        health,
        logging,
        telemetry,
        ingest,
        backfill,
        enrich,
        sink,
        desk,
        sources);
  }
}
