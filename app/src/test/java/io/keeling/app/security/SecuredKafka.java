package io.keeling.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.embedded.kafka.EmbeddedKafka;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A broker that wants TLS and either a password (SASL/SCRAM) or a client's certificate, and gives
 * each role the rights of {@code docs/security/kafka-acls.sh} and no others.
 */
final class SecuredKafka implements AutoCloseable {

  private static final Path ACLS = Path.of("..", "docs", "security", "kafka-acls.sh");
  private static final List<String> USERS =
      List.of("ingest", "enrich", "sink", "operator", "consumer", "stranger");

  private final EmbeddedKafka broker;
  private final int saslPort;
  private final int certificatePort;
  private final Admin admin;
  private final Path directory;

  private SecuredKafka(EmbeddedKafka broker, int saslPort, int certificatePort, Path directory) {
    this.broker = broker;
    this.saslPort = saslPort;
    this.certificatePort = certificatePort;
    this.directory = directory;
    this.admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  static SecuredKafka start(Path directory, CertificateAuthority authority) throws Exception {
    List<Integer> ports = FreePorts.find(3);
    EmbeddedKafka broker =
        EmbeddedKafka.start(
            Files.createDirectories(directory.resolve("log")),
            ports.get(0),
            settings(ports.get(1), ports.get(2), authority));
    SecuredKafka kafka = new SecuredKafka(broker, ports.get(1), ports.get(2), directory);
    kafka.createUsers();
    kafka.grant();
    return kafka;
  }

  private static Map<String, String> settings(
      int saslPort, int certificatePort, CertificateAuthority authority) throws Exception {
    String addresses =
        "PASSWORD://localhost:%d,CERTIFICATE://localhost:%d".formatted(saslPort, certificatePort);
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("listeners", addresses);
    settings.put("advertised.listeners", addresses);
    settings.put("listener.security.protocol.map", "PASSWORD:SASL_SSL,CERTIFICATE:SSL");
    settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
    settings.put(
        "listener.name.password.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    settings.put("listener.name.certificate.ssl.client.auth", "required");
    settings.put("ssl.keystore.type", "PEM");
    settings.put("ssl.keystore.location", authority.issue("broker").both().toString());
    settings.put("ssl.truststore.type", "PEM");
    settings.put("ssl.truststore.location", authority.certificate().toString());
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    // Who comes without TLS is the broker's own controller, and the test as its administrator.
    settings.put("super.users", "User:ANONYMOUS");
    return settings;
  }

  private void createUsers() throws Exception {
    Path secrets = Files.createDirectories(directory.resolve("secrets"));
    List<UserScramCredentialAlteration> users = new ArrayList<>();
    for (String user : USERS) {
      users.add(
          new UserScramCredentialUpsertion(
              "keeling-" + user,
              new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096),
              password(user)));
      Files.writeString(secrets.resolve(user + ".properties"), "password=" + password(user) + "\n");
    }
    admin.alterUserScramCredentials(users).all().get(30, TimeUnit.SECONDS);
  }

  /**
   * Runs the script of the documentation with a kafka-acls.sh that only tells what it was asked.
   */
  private void grant() throws Exception {
    Path tools = Files.createDirectories(directory.resolve("tools"));
    Path tool =
        Files.writeString(tools.resolve("kafka-acls.sh"), "#!/bin/sh\nprintf '%s ' \"$@\"; echo\n");
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
    ProcessBuilder script =
        new ProcessBuilder("bash", ACLS.toString(), "--bootstrap-server", "unused:1");
    script.environment().merge("PATH", tools.toString(), (path, added) -> added + ":" + path);
    Process process = script.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    List<AclBinding> bindings =
        output.lines().flatMap(line -> bindings(List.of(line.split(" "))).stream()).toList();
    assertThat(bindings).hasSizeGreaterThan(20);
    admin.createAcls(bindings).all().get(30, TimeUnit.SECONDS);
  }

  private static List<AclBinding> bindings(List<String> arguments) {
    assertThat(arguments).startsWith("--bootstrap-server", "unused:1", "--add");
    String principal = "";
    ResourceType type = ResourceType.UNKNOWN;
    String name = "";
    PatternType pattern = PatternType.LITERAL;
    List<AclOperation> operations = new ArrayList<>();
    for (int i = 3; i < arguments.size(); i += 2) {
      String value = arguments.get(i + 1);
      switch (arguments.get(i)) {
        case "--allow-principal" -> principal = value;
        case "--topic" -> {
          type = ResourceType.TOPIC;
          name = value;
        }
        case "--group" -> {
          type = ResourceType.GROUP;
          name = value;
        }
        case "--transactional-id" -> {
          type = ResourceType.TRANSACTIONAL_ID;
          name = value;
        }
        case "--resource-pattern-type" ->
            pattern = PatternType.valueOf(value.toUpperCase(Locale.ROOT));
        case "--operation" ->
            operations.add(AclOperation.fromString(value.replaceAll("(?<=[a-z])(?=[A-Z])", "_")));
        default -> throw new AssertionError("an option unknown here: " + arguments.get(i));
      }
    }
    ResourcePattern resource = new ResourcePattern(type, name, pattern);
    String allowed = principal;
    return operations.stream()
        .map(
            operation ->
                new AclBinding(
                    resource,
                    new AccessControlEntry(allowed, "*", operation, AclPermissionType.ALLOW)))
        .toList();
  }

  /** Lets a principal do anything with topics. */
  void allow(String principal, String... topics) throws Exception {
    List<AclBinding> bindings =
        Arrays.stream(topics)
            .map(
                topic ->
                    new AclBinding(
                        new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                        new AccessControlEntry(
                            "User:" + principal, "*", AclOperation.ALL, AclPermissionType.ALLOW)))
            .toList();
    admin.createAcls(bindings).all().get(30, TimeUnit.SECONDS);
  }

  static String password(String user) {
    return "secret-of-" + user + "-7f3a";
  }

  /** Where a client with a password connects. */
  String passwordListener() {
    return "localhost:" + saslPort;
  }

  /** Where a client with a certificate connects. */
  String certificateListener() {
    return "localhost:" + certificatePort;
  }

  /** Where a file with the password of a user lies, under the key {@code password}. */
  Path secret(String user) {
    return directory.resolve("secrets").resolve(user + ".properties");
  }

  /** The administrator's own connection. */
  String administratorListener() {
    return broker.bootstrapServers();
  }

  /** Client properties as the documentation gives them. */
  Map<String, String> properties(String user, CertificateAuthority authority) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("security.protocol", "SASL_SSL");
    properties.put("ssl.truststore.type", "PEM");
    properties.put("ssl.truststore.location", authority.certificate().toString());
    properties.put("sasl.mechanism", "SCRAM-SHA-512");
    properties.put("config.providers", "file");
    properties.put(
        "config.providers.file.class",
        "org.apache.kafka.common.config.provider.FileConfigProvider");
    properties.put(
        "sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"keeling-%s\" password=\"${file:%s:password}\";"
            .formatted(user, secret(user)));
    return properties;
  }

  @Override
  public void close() throws IOException {
    admin.close();
    broker.close();
  }
}
