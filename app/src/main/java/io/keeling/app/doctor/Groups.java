package io.keeling.app.doctor;

import io.keeling.app.role.RoleName;
import io.keeling.desk.match.MatchFollower;
import io.keeling.ingest.fetch.Fetcher;
import io.keeling.ingest.frontier.state.StateNames;
import io.keeling.sink.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The consumer groups of roles. */
final class Groups {

  private Groups() {}

  /** All groups of some roles, in the order of the flow. */
  static List<String> of(Set<RoleName> roles, String enrich) {
    List<String> groups = new ArrayList<>();
    if (roles.contains(RoleName.INGEST)) {
      groups.add(StateNames.APPLICATION);
      groups.add(Fetcher.GROUP);
    }
    if (roles.contains(RoleName.ENRICH)) {
      groups.add(enrich);
    }
    if (roles.contains(RoleName.SINK)) {
      groups.add(Sink.GROUP);
    }
    if (roles.contains(RoleName.DESK)) {
      groups.add(MatchFollower.GROUP);
    }
    return groups;
  }

  /** The role that a group is of. */
  static String role(String group, String enrich) {
    if (group.equals(enrich)) {
      return "enrich";
    }
    if (group.equals(MatchFollower.GROUP)) {
      return "desk";
    }
    return group.equals(Sink.GROUP) ? "sink" : "ingest";
  }
}
