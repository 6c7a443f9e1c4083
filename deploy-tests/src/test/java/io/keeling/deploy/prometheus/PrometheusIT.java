package io.keeling.deploy.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keeling.app.role.RoleName;
import io.keeling.backup.BackupMark;
import io.keeling.contract.topic.Topics;
import io.keeling.environment.RequiresProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real Prometheus and Alertmanager on a running Keeling: one that is well is left in peace,
 * what panels and rules ask is answered, and each alert comes when its fault is made. Faults that
 * leave each other alone are made together, for most of their time is waiting. Limits are those
 * that are deployed, windows and patience are not ({@link Rules#impatient}).
 */
@RequiresProgram({"prometheus", "prometheus-alertmanager"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PrometheusIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** More than the limit of KeelingSlowToRow. */
  private static final Duration LATE = Duration.ofMinutes(10);

  /** More than the limit of KeelingBackupOld. */
  private static final Duration OLD = Duration.ofDays(3);

  /** More than the limits of KeelingLagGrows and KeelingIndexBehind. */
  private static final int MANY = 10_500;

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private static Path directory;
  private static WatchedKeeling keeling;
  private static SentRecords records;
  private static WatchProgram prometheus;
  private static WatchProgram alertmanager;
  private static AlertLog log;

  /** The alerts whose faults were made. */
  private static final Set<String> MADE = new TreeSet<>();

  @BeforeAll
  static void start() throws Exception {
    keeling = new WatchedKeeling(directory.resolve("keeling"));
    records = new SentRecords(keeling.config().kafka().connection());
    Path settings = Files.createDirectories(directory.resolve("prometheus"));
    alertmanager = WatchProgram.alertmanager(Rules.ALERTMANAGER, settings);
    Path configuration =
        Files.writeString(
            settings.resolve("prometheus.yml"),
            Rules.configuration(keeling.targets(), alertmanager.port()));
    Files.writeString(settings.resolve("rules.yml"), Rules.impatient());
    prometheus = WatchProgram.prometheus(configuration, settings);
    await().atMost(PATIENCE).until(prometheus::isReady);
    await().atMost(PATIENCE).until(alertmanager::isReady);
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> ask("/healthz") == 200); // the desk has a process of its own, which starts
    log = new AlertLog(prometheus, alertmanager);
  }

  @AfterAll
  static void stop() throws IOException {
    if (records != null) {
      records.close();
    }
    if (prometheus != null) {
      prometheus.close();
    }
    if (alertmanager != null) {
      alertmanager.close();
    }
    if (keeling != null) {
      keeling.close();
    }
  }

  /** Waits, and sees all alerts meanwhile. */
  private static void eventually(ThrowingRunnable assertion) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              log.look();
              assertion.run();
            });
  }

  /** These have fired, and Alertmanager was told. */
  private static void assertSeen(String... alerts) {
    for (String alert : alerts) {
      MADE.add(alert.replaceFirst(" .*", ""));
    }
    assertThat(log.seen()).contains(alerts);
  }

  private static int ask(String path) throws IOException, InterruptedException {
    URI desk = URI.create("http://127.0.0.1:" + keeling.config().desk().port() + path);
    return HTTP.send(HttpRequest.newBuilder(desk).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static String sink() {
    return WatchedKeeling.instance(keeling.config().health().sinkPort());
  }

  private static String enrich() {
    return WatchedKeeling.instance(keeling.config().health().enrichPort());
  }

  @Test
  @Order(1)
  void aKeelingThatIsWellIsLeftInPeace() throws Exception {
    eventually(
        () -> {
          ask("/");
          assertThat(prometheus.series("sum(keeling_sink_rows_total) > 20")).isEqualTo(1);
        });
    keeling.saveSearch();
    eventually(() -> assertThat(prometheus.firing()).isEmpty());
  }

  @Test
  @Order(2)
  void whatGoesWrongWhileAllIsThere() throws Exception {
    log.forget();
    try (Connection holdsAlerts = keeling.holdAlerts()) { // KeelingStalled
      records.lateArticles(10, LATE);
      keeling.stopPress();
      keeling.addSourceThatLeadsInside();
      keeling.addSourceThatLosesItsAuthors();
      records.rubbish(Topics.ENRICHED.name(), 3); // KeelingSinkDeadLetters
      records.rubbish(Topics.ARTICLES.name(), 1); // KeelingEnrichDeadLetters
      records.rubbish(Topics.PAGES.name(), 1); // KeelingIngestDeadLetters
      records.emptyPages(150); // KeelingPagesUnread
      keeling.fillDiskOfTheDesk();
      BackupMark.leave(keeling.config().kafka().connection(), Instant.now().minus(OLD));
      eventually(
          () ->
              assertSeen(
                  "KeelingSlowToRow",
                  "KeelingSinkDeadLetters",
                  "KeelingEnrichDeadLetters reason=unreadable",
                  "KeelingIngestDeadLetters reason=malformed-page",
                  "KeelingPagesUnread",
                  "KeelingDiskFills role=desk"));

      records.endlessNames(); // KeelingThreadsAbandoned
      try (AutoCloseable transaction = records.openTransaction(Topics.ARTICLES.name())) {
        restartSinkAgainAndAgain();
        keeling.startSecondBroker(Topics.CORRECTIONS);
        eventually(
            () ->
                assertSeen(
                    "KeelingInsideAddresses",
                    "KeelingSourceDrifts what=author",
                    "KeelingThreadsAbandoned role=enrich",
                    "KeelingRestarts instance=" + sink(),
                    "KeelingVersionsDiffer",
                    "KeelingHeapFull instance=" + sink(),
                    "KeelingTransactionOpen role=enrich",
                    "KeelingStalled role=desk-alerts",
                    "KeelingNothingStored",
                    "KeelingBackupOld",
                    "KeelingSourcesFail",
                    "KeelingSourcesDie"));
      }
    }
    keeling.sink().release();
  }

  /** Three times, in another version, and at last with a full heap. */
  private static void restartSinkAgainAndAgain() throws Exception {
    keeling.sink().becomes("0.0.1");
    for (int starts = 1; starts <= 3; starts++) {
      keeling.sink().restart();
      String seen =
          "changes(process_start_time_seconds{instance=\"%s\"}[30m]) >= %d"
              .formatted(sink(), starts);
      eventually(() -> assertThat(prometheus.series(seen)).isEqualTo(1));
    }
    keeling.sink().fill();
  }

  @Test
  @Order(3)
  void everyExpressionOfPanelsAndRulesYieldsData() throws Exception {
    Map<String, String> expressions = new LinkedHashMap<>(Rules.panels());
    Map<String, String> alerts = Rules.alerts();
    alerts.remove("KeelingRoleGone"); // asks for what is not there: below
    alerts.remove("KeelingDeskFails"); // divides by what is there once the desk has failed: below
    alerts.forEach(
        (alert, expression) ->
            Rules.compared(expression)
                .forEach(part -> expressions.put(alert + " / " + part, part)));
    System.gc(); // whose pauses are shown

    eventually(
        () -> {
          ask("/");
          Set<String> empty = new TreeSet<>();
          for (Map.Entry<String, String> each : expressions.entrySet()) {
            if (prometheus.series(each.getValue()) == 0) {
              empty.add(each.getKey());
            }
          }
          assertThat(empty).isEmpty();
        });
    assertThat(expressions).hasSizeGreaterThan(60);
  }

  @Test
  @Order(4)
  void whatIsMendedIsToldNoMore() {
    eventually(
        () ->
            assertThat(prometheus.firing())
                .doesNotContain(
                    "KeelingTransactionOpen",
                    "KeelingStalled",
                    "KeelingHeapFull",
                    "KeelingSinkDeadLetters",
                    "KeelingEnrichDeadLetters",
                    "KeelingIngestDeadLetters",
                    "KeelingPagesUnread",
                    "KeelingRoleGone",
                    "KeelingSlowToRow"));
  }

  @Test
  @Order(5)
  void aDatabaseAndABrokerThatAreAway() throws Exception {
    log.forget();
    keeling.stopDatabase();
    keeling.stopSecondBroker();
    records.rubbish(Topics.ENRICHED.name(), MANY);
    eventually(
        () -> {
          records.rubbish(Topics.ENRICHED.name(), 100); // the lag grows
          ask("/api/articles/0123456789abcdef");
          assertSeen(
              "KeelingDatabaseAway",
              "KeelingDeskFails",
              "KeelingIndexBehind",
              "KeelingAlertsBehind",
              "KeelingAlertsNotSent",
              "KeelingLagGrows role=sink",
              "KeelingPartitionsWithoutLeader role=enrich");
        });
  }

  @Test
  @Order(6)
  void aKafkaThatIsAwayAndARoleThatDoesNotAnswer() throws Exception {
    log.forget();
    keeling.stopHealthOfEnrich();
    keeling.stopKafka();
    eventually(() -> assertSeen("KeelingRoleAway instance=" + enrich(), "KeelingKafkaAway"));
  }

  /** With it goes its target, so nothing is left that could say of itself that it is away. */
  @Test
  @Order(7)
  void aRoleThatIsGone() throws Exception {
    for (RoleName role : List.of(RoleName.SINK, RoleName.DESK, RoleName.INGEST, RoleName.ENRICH)) {
      log.forget();
      keeling.stop(role);
      String gone = "KeelingRoleGone role=" + role.name().toLowerCase(Locale.ROOT);
      eventually(() -> assertSeen(gone));
    }
  }

  @Test
  @Order(8)
  void noAlertIsWithoutAFault() throws Exception {
    assertThat(MADE).isEqualTo(Rules.alerts().keySet());
  }
}
