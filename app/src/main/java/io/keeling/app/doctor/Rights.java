package io.keeling.app.doctor;

import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import io.keeling.app.role.RoleName;
import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import io.keeling.runtime.kafka.KafkaFutures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Compares the rights of the configured Kafka user on topics and groups with those that its roles
 * need, which docs/security/kafka-acls.sh grants. Rights on transactions are not compared, as
 * brokers do not reveal them. For one thread.
 */
final class Rights {

  private static final String SUBJECT = "rights";

  /** The operations of each role on the topics of the contract. */
  static final Map<RoleName, Map<TopicSpec, Set<AclOperation>>> NEEDED =
      new EnumMap<>(
          Map.of(
              RoleName.INGEST,
              Map.of(
                  Topics.SOURCES, EnumSet.of(READ, WRITE),
                  Topics.FETCHES, EnumSet.of(READ, WRITE),
                  Topics.PAGES, EnumSet.of(READ, WRITE),
                  Topics.REMOVALS, EnumSet.of(READ),
                  Topics.ARTICLES, EnumSet.of(WRITE),
                  Topics.DEAD_LETTERS, EnumSet.of(WRITE)),
              RoleName.ENRICH,
              Map.of(
                  Topics.ARTICLES, EnumSet.of(READ),
                  Topics.CORRECTIONS, EnumSet.of(READ),
                  Topics.ENRICHED, EnumSet.of(WRITE),
                  Topics.DEAD_LETTERS, EnumSet.of(WRITE)),
              RoleName.SINK,
              Map.of(Topics.ENRICHED, EnumSet.of(READ), Topics.DEAD_LETTERS, EnumSet.of(WRITE)),
              RoleName.DESK,
              Map.of(
                  Topics.ENRICHED, EnumSet.of(READ),
                  Topics.CORRECTIONS, EnumSet.of(READ, WRITE),
                  Topics.SOURCES, EnumSet.of(READ, WRITE),
                  Topics.DEAD_LETTERS, EnumSet.of(READ),
                  Topics.FETCHES, EnumSet.of(WRITE),
                  Topics.PAGES, EnumSet.of(WRITE))));

  private final Admin admin;
  private final Set<RoleName> roles;

  Rights(Admin admin, Set<RoleName> roles) {
    this.admin = admin;
    this.roles = roles;
  }

  List<Finding> findings() {
    List<String> lacking = new ArrayList<>();
    needed().forEach((topic, operations) -> lacking.addAll(lackingOn(topic, operations)));
    for (RoleName role : roles) {
      for (String group : role.groups()) {
        if (!mayRead(group)) {
          lacking.add("read the group " + group);
        }
      }
    }
    if (lacking.isEmpty()) {
      return List.of(Finding.ok(SUBJECT, "this user may read and write what its roles do"));
    }
    String line = "this user may not " + String.join(", ", lacking);
    return List.of(
        roles.size() > 1
            ? Finding.warn(
                SUBJECT,
                line
                    + ". Where each role has a user of its own, say whose settings these are:"
                    + " keeling doctor --role ROLE")
            : Finding.fail(
                SUBJECT, line + ". docs/security/kafka-acls.sh gives each role its" + " rights"));
  }

  private Map<String, Set<AclOperation>> needed() {
    Map<String, Set<AclOperation>> result = new TreeMap<>();
    for (RoleName role : roles) {
      NEEDED
          .getOrDefault(role, Map.of())
          .forEach(
              (topic, operations) ->
                  result
                      .computeIfAbsent(topic.name(), name -> EnumSet.noneOf(AclOperation.class))
                      .addAll(operations));
    }
    return result;
  }

  private List<String> lackingOn(String topic, Set<AclOperation> operations) {
    Set<AclOperation> allowed;
    try {
      allowed =
          KafkaFutures.get(
                  Objects.requireNonNull(
                      admin
                          .describeTopics(
                              List.of(topic),
                              new DescribeTopicsOptions().includeAuthorizedOperations(true))
                          .topicNameValues()
                          .get(topic)))
              .authorizedOperations();
    } catch (UnknownTopicOrPartitionException e) {
      return List.of(); // reported by TopicLook
    } catch (AuthorizationException e) {
      allowed = Set.of();
    }
    Set<AclOperation> known = allowed == null ? operations : allowed;
    return operations.stream()
        .filter(operation -> !known.contains(operation) && !known.contains(AclOperation.ALL))
        .map(operation -> operation.name().toLowerCase(Locale.ROOT) + " " + topic)
        .toList();
  }

  private boolean mayRead(String group) {
    try {
      Set<AclOperation> allowed =
          KafkaFutures.get(
                  Objects.requireNonNull(
                      admin
                          .describeConsumerGroups(
                              List.of(group),
                              new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                          .describedGroups()
                          .get(group)))
              .authorizedOperations();
      return allowed == null || allowed.contains(READ) || allowed.contains(AclOperation.ALL);
    } catch (GroupIdNotFoundException e) {
      return true; // no member yet; reported by GroupLag
    } catch (AuthorizationException e) {
      return false;
    }
  }
}
