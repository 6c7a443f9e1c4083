package io.keeling.app.doctor;

import io.keeling.app.config.KeelingConfig;
import io.keeling.app.doctor.Finding.Verdict;
import io.keeling.app.failure.UserException;
import io.keeling.app.kafka.KafkaFailures;
import io.keeling.app.role.RoleName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;

/**
 * Examines an installation: this machine, Kafka, PostgreSQL and the sources. Changes nothing. Each
 * check has a time limit, so that an examination ends within two minutes even during outages. If
 * Kafka or PostgreSQL does not answer, its further checks are skipped. Not for sharing between
 * threads.
 */
public final class Doctor {

  private static final String KAFKA = "kafka";
  private static final String DATABASE = "database";

  private static final String NOT_ASKED = "topics, rights, lag, transactions and sources";

  private final KeelingConfig config;
  private final Set<RoleName> roles;
  private final boolean here;
  private final Clock clock;

  /**
   * @param roles the roles whose needs are checked: those that run with these settings
   * @param here whether they are known to run on this machine
   */
  public Doctor(KeelingConfig config, Set<RoleName> roles, boolean here, Clock clock) {
    this.config = config;
    this.roles = Collections.unmodifiableSet(EnumSet.copyOf(roles)); // in the order of the flow
    this.here = here;
    this.clock = clock;
  }

  /** Runs all checks, passing on each finding at once. */
  public void examine(Consumer<Finding> listener) throws InterruptedException {
    try (Examination examination = new Examination()) {
      for (Question question : new MachineQuestions(config, roles, here).all()) {
        examination.ask(question).forEach(listener);
      }
      kafka(examination, listener);
      if (needsDatabase()) {
        database(examination, listener);
      }
    }
  }

  private void kafka(Examination examination, Consumer<Finding> listener)
      throws InterruptedException {
    try (KafkaQuestions kafka = new KafkaQuestions(config, roles, clock)) {
      kafka(kafka, examination, listener);
    } catch (KafkaException e) { // no client can be created from these settings
      UserException why = KafkaFailures.of(config.kafka().connection(), e);
      listener.accept(Finding.fail(KAFKA, String.valueOf(why.getMessage())));
      listener.accept(notAsked(KAFKA, NOT_ASKED));
    }
  }

  private void kafka(KafkaQuestions kafka, Examination examination, Consumer<Finding> listener)
      throws InterruptedException {
    List<Finding> reachable = examination.ask(kafka.reachable());
    reachable.forEach(listener);
    if (isFailed(reachable)) {
      listener.accept(notAsked(KAFKA, NOT_ASKED));
      return;
    }
    List<Question> others = new ArrayList<>(kafka.others());
    if (roles.contains(RoleName.INGEST)) {
      others.addAll(new SourceQuestions(config, clock).all());
    }
    for (Question question : others) {
      examination.ask(question).forEach(listener);
    }
  }

  private void database(Examination examination, Consumer<Finding> listener)
      throws InterruptedException {
    DatabaseQuestions database = new DatabaseQuestions(config, roles, clock);
    List<Finding> reachable = examination.ask(database.reachable());
    reachable.forEach(listener);
    if (isFailed(reachable)) {
      listener.accept(notAsked(DATABASE, "schema, clock and what is not stored yet"));
      return;
    }
    for (Question question : database.others()) {
      examination.ask(question).forEach(listener);
    }
  }

  private boolean needsDatabase() {
    return roles.contains(RoleName.SINK) || roles.contains(RoleName.DESK);
  }

  private static boolean isFailed(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.verdict() == Verdict.FAIL);
  }

  private static Finding notAsked(String subject, String what) {
    return Finding.warn(subject, what + " were not checked; fix the problem above first");
  }
}
