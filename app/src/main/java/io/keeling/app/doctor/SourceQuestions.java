package io.keeling.app.doctor;

import io.keeling.app.config.KeelingConfig;
import io.keeling.app.sources.SourceCheck;
import io.keeling.contract.source.Source;
import io.keeling.ingest.catalogue.SourceCatalogue;
import io.keeling.ingest.health.Condition;
import io.keeling.ingest.health.SourceHealth;
import io.keeling.ingest.health.SourcesPage;
import io.keeling.ingest.source.SourceStates;
import io.keeling.runtime.kafka.KafkaConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks of the sources in the catalogue. Immutable; threads may share it. */
final class SourceQuestions {

  /** Time limit for reading the catalogue or the states, as a person waits for it. */
  private static final Duration READING = Duration.ofSeconds(30);

  /** Maximum number of hosts tried. If none of three hosts answers, that is not a coincidence. */
  private static final int TRIED = 3;

  /** Maximum number of sources with a line: one screen. {@code sources check} lists all. */
  private static final int TOLD = 20;

  /**
   * Delay after which an unread source counts as forgotten. Pauses and restarts delay it only by
   * minutes.
   */
  private static final Duration OVERDUE = Duration.ofHours(1);

  private final KeelingConfig config;
  private final Clock clock;

  SourceQuestions(KeelingConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  List<Question> all() {
    return List.of(
        new Question("sources", READING, this::sources),
        new Question("egress", READING, this::egress));
  }

  private List<Finding> egress() {
    return new Egress(config.ingest().network())
        .of(catalogue().stream().map(Source::url).toList(), TRIED);
  }

  private List<Source> catalogue() {
    try (SourceCatalogue catalogue = new SourceCatalogue(config.kafka().connection())) {
      return List.copyOf(catalogue.list());
    }
  }

  private List<Finding> sources() {
    KafkaConnection kafka = config.kafka().connection();
    Instant now = clock.instant();
    return findings(
        SourceCheck.of(
            catalogue(), SourceStates.all(kafka), Map.of(), config.ingest().sourceHealth(), now),
        now);
  }

  /** Returns findings about sources, the worst first. */
  static List<Finding> findings(List<SourceHealth> sources, Instant now) {
    if (sources.isEmpty()) {
      return List.of(Finding.warn("sources", "none. \"keeling sources add URL\" watches one"));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(summary(sources, now));
    List<SourceHealth> troubled =
        sources.stream()
            .filter(source -> source.condition().isTrouble() || isOverdue(source, now))
            .toList();
    troubled.stream().limit(TOLD).map(source -> finding(source, now)).forEach(findings::add);
    if (troubled.size() > TOLD) {
      findings.add(
          Finding.warn(
              "source",
              "%d more. \"keeling sources check\" shows all".formatted(troubled.size() - TOLD)));
    }
    return findings;
  }

  private static Finding summary(List<SourceHealth> sources, Instant now) {
    String line = SourcesPage.summary(sources);
    if (sources.stream().allMatch(source -> isOverdue(source, now))) {
      return Finding.fail(
          "sources", line + " None is looked at now: is an instance of ingest running?");
    }
    boolean allDead = sources.stream().allMatch(source -> source.condition() == Condition.DEAD);
    return allDead
        ? Finding.fail(
            "sources", line + " All at once: look at DNS and egress of where ingest runs")
        : Finding.ok("sources", line);
  }

  private static Finding finding(SourceHealth source, Instant now) {
    String line =
        "%s: %s since %s, last look %s, last news %s"
            .formatted(
                source.id(),
                source.condition().label(),
                seconds(source.since()),
                seconds(source.lookedAt()),
                seconds(source.newsAt()));
    if (source.reason() != null) {
      line += ": " + source.reason();
    }
    return isOverdue(source, now)
        ? Finding.warn(
            "source",
            line
                + ". It was due at "
                + seconds(source.due())
                + " and not asked: look at /readyz and the lag of ingest")
        : Finding.warn(
            "source",
            line
                + ". \"keeling sources add\" with its site's address finds where it went,"
                + " \"sources remove\" ends it");
  }

  private static boolean isOverdue(SourceHealth source, Instant now) {
    return source.due().plus(OVERDUE).isBefore(now);
  }

  private static String seconds(@Nullable Instant time) {
    return time == null ? "never" : time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
