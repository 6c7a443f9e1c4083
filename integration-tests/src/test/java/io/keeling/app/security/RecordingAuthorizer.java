package io.keeling.app.security;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/**
 * Kafka's own authorizer, which remembers what it was asked for. The broker makes it by its name,
 * so what it remembers is the JVM's. Threads share it.
 *
 * <p>Only what a request cannot do without is remembered: the broker also asks in passing, for what
 * it then leaves out of an answer, and does not log it where that is denied.
 */
public final class RecordingAuthorizer extends StandardAuthorizer {

  /**
   * What was asked for.
   *
   * @param principal as ACLs name it, such as {@code User:keeling-sink}
   */
  record Asked(String principal, AclOperation operation, ResourceType type, String name) {

    /** Whether this is what a right is for. */
    boolean needs(AclBinding right) {
      String pattern = right.pattern().name();
      return right.entry().principal().equals(principal)
          && right.entry().operation() == operation
          && right.pattern().resourceType() == type
          && (right.pattern().patternType() == PatternType.PREFIXED
              ? name.startsWith(pattern)
              : name.equals(pattern));
    }
  }

  /** The client id of a test that tries what must be refused. */
  static final String TRIAL = "trial";

  private static final Set<Asked> ALLOWED = ConcurrentHashMap.newKeySet();
  private static final Set<Asked> DENIED = ConcurrentHashMap.newKeySet();

  @Override
  public List<AuthorizationResult> authorize(
      AuthorizableRequestContext context, List<Action> actions) {
    List<AuthorizationResult> results = super.authorize(context, actions);
    for (int i = 0; i < actions.size(); i++) {
      Action action = actions.get(i);
      if (action.logIfDenied() && !String.valueOf(context.clientId()).startsWith(TRIAL)) {
        Asked asked =
            new Asked(
                context.principal().toString(),
                action.operation(),
                action.resourcePattern().resourceType(),
                action.resourcePattern().name());
        (results.get(i) == AuthorizationResult.ALLOWED ? ALLOWED : DENIED).add(asked);
      }
    }
    return results;
  }

  /** What was allowed since the broker started, but for trials. */
  static Set<Asked> allowed() {
    return Set.copyOf(ALLOWED);
  }

  /** What was denied since the broker started, but for trials. */
  static Set<Asked> denied() {
    return Set.copyOf(DENIED);
  }

  /** Forgets what another broker of this JVM was asked. */
  static void forget() {
    ALLOWED.clear();
    DENIED.clear();
  }
}
