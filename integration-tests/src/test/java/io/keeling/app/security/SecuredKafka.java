package io.keeling.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.embedded.FreePorts;
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
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
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
      List.of("ingest", "enrich", "sink", "desk", "operator", "consumer", "stranger");

  private final List<Integer> ports = FreePorts.find(3);
  private final Path directory;
  private final CertificateAuthority authority;
  private final Admin admin;
  private int starts;
  private EmbeddedKafka broker;
  private List<AclBinding> rights = List.of();

  private SecuredKafka(Path directory, CertificateAuthority authority) throws Exception {
    this.directory = directory;
    this.authority = authority;
    this.broker = startBroker(authority);
    this.admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  static SecuredKafka start(Path directory, CertificateAuthority authority) throws Exception {
    RecordingAuthorizer.forget();
    SecuredKafka kafka = new SecuredKafka(directory, authority);
    kafka.createUsers();
    kafka.grant();
    return kafka;
  }

  private EmbeddedKafka startBroker(CertificateAuthority issuer) throws Exception {
    return EmbeddedKafka.start(
        Files.createDirectories(directory.resolve("log")), ports.get(0), settings(issuer));
  }

  /**
   * Stops the broker and starts it on what it had.
   *
   * @param issuer who signs its certificate now
   */
  void restart(CertificateAuthority issuer) throws Exception {
    broker.close();
    broker = startBroker(issuer);
  }

  private Map<String, String> settings(CertificateAuthority issuer) throws Exception {
    String addresses =
        "PASSWORD://%s,CERTIFICATE://%s".formatted(passwordListener(), certificateListener());
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
    settings.put("ssl.keystore.location", issuer.issue("broker-" + ++starts).both().toString());
    settings.put("ssl.truststore.type", "PEM");
    settings.put("ssl.truststore.location", authority.certificate().toString());
    settings.put("authorizer.class.name", RecordingAuthorizer.class.getName());
    // Who comes without TLS is the broker's own controller, and the test as its administrator.
    settings.put("super.users", "User:ANONYMOUS");
    return settings;
  }

  private void createUsers() throws Exception {
    Path secrets = Files.createDirectories(directory.resolve("secrets"));
    for (String user : USERS) {
      createUser(user);
      Files.writeString(secrets.resolve(user + ".properties"), "password=" + password(user) + "\n");
    }
  }

  /** Lets a user log in. */
  void createUser(String user) throws Exception {
    alter(
        new UserScramCredentialUpsertion(
            "keeling-" + user,
            new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096),
            password(user)));
  }

  /** Lets a user log in no more; who is connected stays so. */
  void deleteUser(String user) throws Exception {
    alter(new UserScramCredentialDeletion("keeling-" + user, ScramMechanism.SCRAM_SHA_512));
  }

  private void alter(UserScramCredentialAlteration alteration) throws Exception {
    admin.alterUserScramCredentials(List.of(alteration)).all().get(30, TimeUnit.SECONDS);
  }

  /** Takes one of the documented rights away; to be given back by {@link #give}. */
  List<AclBinding> withdraw(String user, String topic, AclOperation operation) throws Exception {
    List<AclBinding> withdrawn =
        rights.stream()
            .filter(
                right ->
                    right.entry().principal().equals("User:keeling-" + user)
                        && right.pattern().name().equals(topic)
                        && right.entry().operation() == operation)
            .toList();
    assertThat(withdrawn).hasSize(1);
    admin
        .deleteAcls(withdrawn.stream().map(AclBinding::toFilter).toList())
        .all()
        .get(30, TimeUnit.SECONDS);
    return withdrawn;
  }

  /** Gives rights. */
  void give(List<AclBinding> bindings) throws Exception {
    admin.createAcls(bindings).all().get(30, TimeUnit.SECONDS);
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
    rights = output.lines().flatMap(line -> bindings(List.of(line.split(" "))).stream()).toList();
    assertThat(rights).hasSizeGreaterThan(20);
    give(rights);
  }

  /** The rights that the documentation gives, each with one operation. */
  List<AclBinding> rights() {
    return rights;
  }

  /** The broker's administrator. */
  Admin admin() {
    return admin;
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
    give(bindings);
  }

  static String password(String user) {
    return "secret-of-" + user + "-7f3a";
  }

  /** Where a client with a password connects. */
  String passwordListener() {
    return "localhost:" + ports.get(1);
  }

  /** Where a client with a certificate connects. */
  String certificateListener() {
    return "localhost:" + ports.get(2);
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
