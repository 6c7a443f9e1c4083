package io.keeling.app.command;

import io.keeling.app.config.KeelingConfig;
import io.keeling.app.kafka.Kafka;
import io.keeling.app.logging.Logging;
import io.keeling.app.metrics.ProcessMetrics;
import io.keeling.app.pipeline.Closing;
import io.keeling.app.pipeline.RoleWatch;
import io.keeling.app.pipeline.UntilInterrupted;
import io.keeling.app.role.InstanceDirectory;
import io.keeling.app.role.RoleName;
import io.keeling.app.role.Roles;
import io.keeling.app.role.RunningRole;
import io.keeling.app.role.StartLine;
import io.keeling.app.taxonomy.ConfiguredTaxonomy;
import io.keeling.ingest.catalogue.SourceCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * The command {@code keeling run}, which runs one role against an existing Kafka and PostgreSQL.
 */
@Command(
    name = "run",
    description = {
      "Runs one role against external Kafka and PostgreSQL, until Ctrl-C or SIGTERM.",
      "It stops within the role's time-out and two seconds, and ends with status 143 (after SIGTERM) or 130 (Ctrl-C).",
      "Start as many instances of ingest, enrich and sink as Kafka has partitions for; they share the work."
    })
public final class RunCommand extends KeelingCommand implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

  /** Extra time to stop the health page and the log, which take milliseconds. */
  private static final Duration STOP_MARGIN = Duration.ofSeconds(2);

  /**
   * Time limit for stopping during the start, when no work is in progress. It is the default of
   * container engines.
   */
  private static final Duration STOP_OF_START = Duration.ofSeconds(10);

  @Parameters(paramLabel = "ROLE", description = "One of ${COMPLETION-CANDIDATES}, in any case.")
  private RoleName role;

  @Mixin private ConfigOption config;

  @Override
  public void run() {
    KeelingConfig set = config.loader().load();
    Logging.toStandardError(set.logging().format(), set.logging().level());
    UntilInterrupted end = new UntilInterrupted();
    end.stopWithin(STOP_OF_START);
    end.during(
        () -> {
          try (Closing closing = new Closing()) {
            KeelingConfig settings = ofThisInstance(set, closing);
            LOG.info("{}", StartLine.of(role, settings));
            RunningRole running = start(settings, closing);
            end.stopWithin(running.stopTimeout().plus(STOP_MARGIN));
            LOG.info("Running {}", role);
            RoleWatch.await(List.of(running), end);
            LOG.info("Stopping {}", role);
          }
        });
  }

  /** Returns the settings with the state directory of this instance. */
  private KeelingConfig ofThisInstance(KeelingConfig set, Closing closing) {
    RoleName.StateSetting state = role.state(set).orElse(null);
    if (state == null) {
      return set;
    }
    Path taken = closing.add(InstanceDirectory.take(state.setting(), state.directory())).path();
    return config.loader().with(Map.of(state.setting(), taken.toString())).load();
  }

  private RunningRole start(KeelingConfig settings, Closing closing) {
    Roles roles = new Roles(settings, ProcessMetrics.registry());
    if (role == RoleName.ENRICH && settings.enrich().taxonomy() != null) {
      // Reads the taxonomy now so that a mistake in it is reported before the role waits for Kafka.
      ConfiguredTaxonomy.read(settings.enrich().taxonomy());
    }
    if (role != RoleName.DESK) { // the desk starts without Kafka and waits for its topic
      Kafka.ensureTopics(settings.kafka(), role.topics());
    }
    RunningRole running =
        switch (role) {
          case INGEST -> ingest(settings, roles);
          case ENRICH -> roles.enrich();
          case SINK -> roles.sink();
          case DESK -> roles.desk();
        };
    closing.add(running);
    closing.add(roles.health(running));
    return running;
  }

  private static RunningRole ingest(KeelingConfig settings, Roles roles) {
    try (SourceCatalogue catalogue = new SourceCatalogue(settings.kafka().connection())) {
      catalogue.putAll(settings.sources());
    }
    return roles.ingest();
  }
}
