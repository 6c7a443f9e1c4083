package io.keeling.verifier.check;

import io.keeling.contract.article.Article;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.KafkaException;

/**
 * Judges a pipeline by what is in its topics and tables, from outside: knows the contract, the
 * workload's seed and nothing else. For one thread.
 */
public final class Verifier {

  /** Milliseconds between two looks at what is under way; each look asks Kafka and PostgreSQL. */
  private static final long CHECK_INTERVAL_MILLIS = 1_000;

  private final Map<String, Object> kafka;
  private final String databaseUrl;
  private final Properties login = new Properties();

  /**
   * @param kafka properties of clients
   * @param databaseUrl JDBC address
   * @param user who may read the tables
   * @param password empty where none is needed
   */
  public Verifier(Map<String, Object> kafka, String databaseUrl, String user, String password) {
    this.kafka = kafka;
    this.databaseUrl = databaseUrl;
    login.setProperty("user", user);
    login.setProperty("password", password);
  }

  /**
   * Waits until everything has come to rest, but no longer than patience lasts without any change.
   *
   * @return what is still under way then; nothing if all is at rest
   */
  public List<String> awaitRest(Duration patience) throws InterruptedException {
    List<String> last = List.of("not looked at yet");
    Instant change = Instant.now();
    while (!last.isEmpty() && Duration.between(change, Instant.now()).compareTo(patience) < 0) {
      List<String> now = underWay();
      if (!now.equals(last)) {
        change = Instant.now();
      }
      last = now;
      if (!last.isEmpty()) {
        Thread.sleep(CHECK_INTERVAL_MILLIS);
      }
    }
    return last;
  }

  private List<String> underWay() {
    try (Connection database = DriverManager.getConnection(databaseUrl, login)) {
      return new PendingWork(kafka).underWay(database);
    } catch (SQLException | KafkaException e) {
      return List.of("no answer: " + e.getClass().getSimpleName());
    }
  }

  /**
   * Compares everything with what the first steps of a seed must lead to.
   *
   * @throws SQLException if the database does not answer
   * @throws KafkaException if the brokers do not answer
   */
  public Report verify(long seed, int steps) throws SQLException {
    return verify(seed, steps, List.of());
  }

  /**
   * Compares everything with what the first steps of a seed must lead to, and articles that were
   * fetched beside it.
   *
   * @param served the versions of each that were served, in order
   */
  public Report verify(long seed, int steps, List<List<Article>> served) throws SQLException {
    ExpectedState expected = ExpectedState.of(seed, steps);
    expected.addServed(served);
    Findings findings = new Findings();
    try (TopicContent topics = new TopicContent(kafka);
        Connection database = DriverManager.getConnection(databaseUrl, login)) {
      Map<String, List<Article>> articles = new ArticlesCheck(expected, findings).run(topics);
      EnrichedCheck enriched = new EnrichedCheck(expected, articles, findings);
      Map<String, List<EnrichedCheck.Found>> found = enriched.run(topics);
      int corrections = new CorrectionsCheck(found, findings).run(topics);
      int repeated = new DeadLettersCheck(expected, findings).run(topics);
      int stored = new TablesCheck(expected, found, findings).run(database, enriched.next());
      return new Report(
          steps,
          expected.versionCount(),
          stored,
          corrections,
          expected.letters().size() + expected.refusals().size(),
          repeated,
          findings.lines());
    }
  }
}
