package io.keeling.app.security;

import static org.awaitility.Awaitility.await;

import io.keeling.app.config.ConfigLoader;
import io.keeling.app.config.KeelingConfig;
import io.keeling.app.demo.PressSources;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.pipeline.Closing;
import io.keeling.app.role.RoleName;
import io.keeling.app.role.Roles;
import io.keeling.app.role.RunningRole;
import io.keeling.contract.topic.TopicSpec;
import io.keeling.embedded.FreePorts;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.newsroom.Newsroom;
import io.keeling.newsroom.NewsroomConfig;
import io.keeling.runtime.kafka.KafkaConnection;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/**
 * All roles on the fictional press and on servers that want TLS and a password. Each role is a user
 * of its own. Not for sharing between threads.
 */
final class SecuredPipeline implements AutoCloseable {

  private final SecuredServers servers;
  private final Newsroom newsroom;
  private final List<RunningRole> roles = new ArrayList<>();
  private final Closing closing = new Closing();

  private SecuredPipeline(Path directory) throws Exception {
    servers = closing.add(SecuredServers.start(directory));
    newsroom = closing.add(Newsroom.start(NewsroomConfig.defaults()));
  }

  static SecuredPipeline start(Path directory) throws Exception {
    SecuredPipeline pipeline = new SecuredPipeline(directory);
    try {
      pipeline.startAll();
    } catch (Exception e) {
      pipeline.close();
      throw e;
    }
    return pipeline;
  }

  private void startAll() throws Exception {
    for (RoleName role : List.of(RoleName.SINK, RoleName.ENRICH, RoleName.INGEST)) {
      createTopicsAsIfItWereFirst(role);
    }
    for (RoleName role : List.of(RoleName.SINK, RoleName.DESK, RoleName.ENRICH, RoleName.INGEST)) {
      start(role);
    }
    // Of the settings, and those that an operator adds.
    for (String user : List.of("ingest", "operator")) {
      try (SourceCatalogue catalogue = new SourceCatalogue(connection(user))) {
        catalogue.putAll(PressSources.of(newsroom).subList(0, 1));
      }
    }
  }

  private void createTopicsAsIfItWereFirst(RoleName role) throws Exception {
    Kafka.ensureTopics(config(user(role)).kafka(), role.topics());
    Admin admin = servers.kafka().admin();
    List<String> names = role.topics().stream().map(TopicSpec::name).toList();
    admin.deleteTopics(names).all().get(30, TimeUnit.SECONDS);
    await().until(() -> Collections.disjoint(admin.listTopics().names().get(), names));
  }

  private void start(RoleName role) throws Exception {
    KeelingConfig config = config(user(role));
    if (role != RoleName.DESK) {
      Kafka.ensureTopics(config.kafka(), role.topics());
    }
    Roles made = new Roles(config, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    roles.add(
        closing.add(
            switch (role) {
              case INGEST -> made.ingest();
              case ENRICH -> made.enrich();
              case SINK -> made.sink();
              case DESK -> made.desk();
            }));
  }

  private static String user(RoleName role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  SecuredServers servers() {
    return servers;
  }

  /** The roles, which all run. */
  List<RunningRole> roles() {
    return List.copyOf(roles);
  }

  /** Kafka as a user of {@code docs/security.md} reaches it. */
  KafkaConnection connection(String user) {
    SecuredKafka kafka = servers.kafka();
    return new KafkaConnection(
        kafka.passwordListener(), kafka.properties(user, servers.authority()));
  }

  /** Settings of a role. */
  KeelingConfig config(String role) throws Exception {
    List<Integer> ports = FreePorts.find(2);
    Map<String, String> variables = new HashMap<>(servers.settings(role));
    Map<String, String> properties =
        new HashMap<>(servers.kafka().properties(role, servers.authority()));
    // Streams deletes what it has read of its own topics, for which it needs a right, each 30 s.
    properties.put("repartition.purge.interval.ms", "2000");
    variables.putAll(servers.kafkaSettings(properties));
    variables.put("KEELING_KAFKA_PARTITIONS", "2");
    variables.put("KEELING_DESK_PORT", ports.get(0).toString());
    variables.put("KEELING_INGEST_WEBSUB_PORT", ports.get(1).toString());
    variables.put("KEELING_INGEST_WEBSUB_PUBLIC_URL", "http://localhost:" + ports.get(1));
    String demo = Files.readString(Path.of("../app/src/main/resources/demo.yaml"));
    return ConfigLoader.ofText("demo.yaml", demo, variables).load();
  }

  @Override
  public void close() {
    closing.close();
  }
}
