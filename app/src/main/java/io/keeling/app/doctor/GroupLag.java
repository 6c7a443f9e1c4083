package io.keeling.app.doctor;

import io.keeling.app.role.RoleName;
import io.keeling.runtime.kafka.KafkaFutures;
import io.keeling.sink.Sink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Checks which consumer groups have members, and how far they lag. For one thread. */
final class GroupLag {

  /**
   * Lag beyond which a warning is given: some minutes of work at about 70 articles a second, the
   * rate of two cores.
   */
  static final long MUCH = 10_000;

  private final Admin admin;
  private final Set<RoleName> roles;

  GroupLag(Admin admin, Set<RoleName> roles) {
    this.admin = admin;
    this.roles = roles;
  }

  List<Finding> findings() {
    return roles.stream()
        .flatMap(role -> role.groups().stream().map(group -> finding(role.label(), group)))
        .toList();
  }

  private Finding finding(String role, String group) {
    try {
      ConsumerGroupDescription described =
          KafkaFutures.get(
              Objects.requireNonNull(
                  admin.describeConsumerGroups(List.of(group)).describedGroups().get(group)));
      if (described.members().isEmpty()) {
        return noMember(group, role);
      }
      String members =
          described.members().size() + (described.members().size() == 1 ? " member" : " members");
      // The sink commits its offsets to PostgreSQL, together with the rows.
      return group.equals(Sink.GROUP)
          ? Finding.ok("lag", group + ": " + members)
          : of(group, members, committed(group), role);
    } catch (GroupIdNotFoundException e) {
      return noMember(group, role);
    } catch (AuthorizationException e) {
      return Finding.warn("lag", "this user may not see the group " + group);
    }
  }

  private static Finding noMember(String group, String role) {
    return Finding.fail(
        "lag",
        "%s: no reader; no instance of %s runs, or none has joined yet. Start one, or read its /readyz"
            .formatted(group, role));
  }

  private Map<TopicPartition, Long> committed(String group) {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        KafkaFutures.get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    Map<TopicPartition, Long> result = new HashMap<>();
    offsets.forEach(
        (partition, offset) -> {
          if (offset != null) {
            result.put(partition, offset.offset());
          }
        });
    return result;
  }

  private Finding of(
      String group, String members, Map<TopicPartition, Long> committed, String role) {
    Map<String, Long> lags = byTopic(admin, committed);
    String line = group + ": " + members + ", " + text(lags);
    return lags.values().stream().anyMatch(lag -> lag > MUCH)
        ? Finding.warn(
            "lag",
            line
                + ". Is it growing? Then start another instance of "
                + role
                + ", or see what it waits for in its /readyz")
        : Finding.ok("lag", line);
  }

  static String text(Map<String, Long> lags) {
    List<String> parts = new ArrayList<>();
    lags.forEach(
        (topic, lag) -> {
          if (lag > 0) {
            parts.add("%,d of %s".formatted(lag, topic));
          }
        });
    return parts.isEmpty()
        ? "everything is read"
        : parts.stream().collect(Collectors.joining(", ", "to be read: ", ""));
  }

  /** Returns the number of committed records after the given offsets, for each topic. */
  static Map<String, Long> byTopic(Admin admin, Map<TopicPartition, Long> offsets) {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    offsets.keySet().forEach(partition -> asked.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        KafkaFutures.get(
            admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all());
    Map<String, Long> lags = new TreeMap<>();
    ends.forEach(
        (partition, end) ->
            lags.merge(
                partition.topic(),
                Math.max(0, end.offset() - offsets.getOrDefault(partition, end.offset())),
                Long::sum));
    return lags;
  }
}
