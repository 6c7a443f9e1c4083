package io.keeling.app.killing;

import static io.keeling.embedded.postgres.EmbeddedDatabase.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.serde.Json;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.awaitility.core.ConditionTimeoutException;

/**
 * People who work with the desks while everything is killed: some are told of searches by a
 * receiver that takes little well, and an editor saves searches, corrects tags and keeps a
 * collection all the time. What they were promised is known. Threads may share it.
 */
final class Followers implements AutoCloseable {

  static final List<String> DESKS = List.of("desk-1", "desk-2");

  /** Words of the articles that come, each in most of them. */
  private static final List<String> WORDS =
      List.of("lighthouse", "spruce", "ferry", "museum", "grain", "timetable");

  private static final Duration BETWEEN_CHANGES = Duration.ofMillis(200);

  /** What a killed desk was about to send another sends after a minute; then it may fail twice. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Duration LOOK = Duration.ofMillis(500);

  /** What must be in the tables of accounts, but for when somebody was seen. */
  private static final List<String> ACCOUNTS =
      List.of(
          "SELECT id::text, name, role, password, closed_at::text FROM account ORDER BY id",
          "SELECT id::text, digest::text, account::text, expires_at::text, browser"
              + " FROM account_session ORDER BY id",
          "SELECT id::text, digest::text, account::text, scope, expires_at::text"
              + " FROM account_token ORDER BY id");

  private final RunningCluster cluster;
  private final FlakyReceiver receiver;
  private final RandomGenerator random;
  private final Editor editor;
  private final List<Chore> chores;
  private final List<String> accounts;
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private boolean held;

  private Followers(RunningCluster cluster, long seed) throws Exception {
    this.cluster = cluster;
    this.random = new SplittableRandom(seed);
    this.receiver = new FlakyReceiver(seed);
    String desk = cluster.address(DESKS.get(0));
    this.editor =
        Editor.first(
            desk,
            await("the desk says how to become its operator")
                .atMost(PATIENCE)
                .until(
                    () -> cluster.role(DESKS.get(0)).said(), said -> said.contains(Editor.LINK)));
    for (String word : WORDS) {
      follow(word);
    }
    // The articles that are sent are of last winter: of what came before a search nobody is told.
    try (Connection database = connect();
        Statement statement = database.createStatement()) {
      statement.execute("UPDATE saved_search SET created_at = created_at - interval '5 years'");
      statement.execute("UPDATE search_channel SET since = since - interval '5 years'");
    }
    Articles articles = new Articles(editor, random);
    this.chores =
        List.of(
            new SavedSearchChore(editor, random),
            new CollectionChore(editor, articles, random, desk),
            new CorrectionChore(editor, articles, random));
    this.accounts = accounts();
  }

  /** Sets up accounts and searches, before any article comes, and goes on changing things. */
  static Followers begin(RunningCluster cluster, long seed) throws Exception {
    Followers followers = new Followers(cluster, seed);
    var unused =
        followers.thread.scheduleWithFixedDelay(
            followers::change, 0, BETWEEN_CHANGES.toMillis(), TimeUnit.MILLISECONDS);
    return followers;
  }

  /** Whether a search is told of other wordings. */
  static boolean corrections(String word) {
    return WORDS.indexOf(word) % 2 == 0;
  }

  /** Whether a search is told at once; else with the digest of a day that does not come. */
  static boolean atOnce(String word) {
    return WORDS.indexOf(word) != 5;
  }

  private void follow(String word) {
    ObjectNode search =
        Json.MAPPER
            .createObjectNode()
            .put("name", word)
            .put("query", "q=" + word)
            .put("channel", "webhook")
            .put("target", receiver.address())
            .put("rhythm", atOnce(word) ? "at-once" : "daily")
            .put("corrections", corrections(word));
    assertThat(editor.api(cluster.address(DESKS.get(0)), "POST", "/api/searches", search))
        .isPresent();
  }

  /** Changes nothing until it may again; what was asked for before is answered. */
  synchronized void hold(boolean held) {
    this.held = held;
  }

  private synchronized void change() {
    if (held) {
      return;
    }
    try {
      // Every second change is one of a tag, which has the longest way.
      chores
          .get(Math.min(random.nextInt(chores.size() + 1), chores.size() - 1))
          .change(cluster.address(DESKS.get(random.nextInt(DESKS.size()))));
    } catch (IllegalStateException e) {
      refused.add("refused: " + e.getMessage());
    }
  }

  /** Changes nothing more; what was asked for is answered, or never will be. */
  void stopChanging() throws InterruptedException {
    thread.shutdown();
    assertThat(thread.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
  }

  /** Waits until all were told, and says what is not as it was promised; nothing if all is. */
  List<String> findings() throws Exception {
    receiver.calmDown();
    FollowedCheck check = new FollowedCheck(cluster, WORDS, receiver);
    try {
      await()
          .atMost(PATIENCE)
          .pollInterval(LOOK)
          .ignoreExceptions()
          .until(() -> check.untold() == 0);
    } catch (ConditionTimeoutException e) {
      System.out.println("followers: not all are told after " + PATIENCE);
    }
    List<String> findings = new ArrayList<>(check.findings());
    findings.addAll(refused);
    List<String> summary = new ArrayList<>(List.of(check.summary(), receiver.summary()));
    try (Connection database = connect();
        Statement statement = database.createStatement()) {
      for (Chore chore : chores) {
        findings.addAll(chore.findings(statement));
        summary.add(chore.summary());
      }
    }
    if (!accounts.equals(accounts())) {
      findings.add("accounts, sessions or tokens are not what they were");
    }
    for (String desk : DESKS) {
      if (!editor
          .get(cluster.address(desk), "/account")
          .body()
          .contains("You are ida, operator.")) {
        findings.add("the session is not known to " + desk);
      }
    }
    System.out.println("followers: " + String.join("; ", summary));
    return findings;
  }

  private List<String> accounts() throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection database = connect();
        Statement statement = database.createStatement()) {
      for (String query : ACCOUNTS) {
        ResultSet rows = statement.executeQuery(query);
        while (rows.next()) {
          StringBuilder line = new StringBuilder();
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            line.append(rows.getString(i)).append('\t');
          }
          lines.add(line.toString());
        }
      }
    }
    return lines;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(cluster.databaseUrl(), USER, "");
  }

  @Override
  public void close() {
    thread.shutdownNow();
    receiver.close();
  }
}
