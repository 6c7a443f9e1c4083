package io.keeling.bench.search;

import io.keeling.app.taxonomy.ConfiguredTaxonomy;
import io.keeling.bench.chain.Chain;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.topic.Topics;
import io.keeling.desk.index.ChangeReader;
import io.keeling.desk.index.TopicReader;
import io.keeling.desk.label.KnownValues;
import io.keeling.desk.label.TopicLabels;
import io.keeling.desk.saved.QueryText;
import io.keeling.search.Change;
import io.keeling.search.NameLabels;
import io.keeling.search.QueryMatcher;
import io.keeling.search.SearchSettings;
import io.keeling.search.Synonyms;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.lucene.LuceneEngine;
import io.keeling.search.query.Filters;
import io.keeling.search.query.ParsedQuery;
import io.keeling.search.query.QueryParser;
import io.keeling.search.query.QueryParser.Manner;
import io.keeling.search.query.Stories;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What followers of searches are promised: of all that the searches find among the records of the
 * topic, each article is recorded once for each search, its other wording once more, and each of
 * these was told at least once, in one message. For one thread.
 */
final class AlertPromises {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final int MOST_SHOWN = 20;

  private final Chain chain;

  AlertPromises(Chain chain) {
    this.chain = chain;
  }

  /**
   * Compares, when all was told.
   *
   * @param records of the topic; all are read again, each in the order of its article
   * @return what was broken, a line each, some of it only where it is much; nothing if all was kept
   */
  List<String> broken(int records, AlertReceiver receiver) throws IOException, SQLException {
    Set<String> missing = new TreeSet<>(due(records));
    int due = missing.size();
    List<String> broken = new ArrayList<>();
    Map<String, Set<String>> messages = receiver.messages();
    Set<String> seen = new HashSet<>();
    try (Connection database = chain.tables().getConnection();
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT a.search_id, a.article_id, a.kind, a.delivery_id, coalesce(d.state, '')
                FROM search_alert a LEFT JOIN search_delivery d ON d.id = a.delivery_id
                """)) {
      while (row.next()) {
        String alert = AlertReceiver.alert(row.getString(1), row.getString(2), row.getString(3));
        String state = row.getString(5);
        if (!missing.remove(alert)) {
          broken.add((seen.contains(alert) ? "recorded twice: " : "recorded, not due: ") + alert);
        }
        seen.add(alert);
        if (!state.equals("delivered")
            || !messages.getOrDefault(row.getString(4), Set.of()).contains(alert)) {
          broken.add("never told (" + state + "): " + alert);
        }
      }
    }
    missing.forEach(alert -> broken.add("never recorded: " + alert));
    Map<String, String> first = new HashMap<>();
    messages.forEach(
        (id, alerts) ->
            alerts.stream()
                .filter(alert -> first.putIfAbsent(alert, id) != null)
                .forEach(alert -> broken.add("told in two messages: " + alert)));
    receiver.changed().forEach(id -> broken.add("came again with something else: " + id));
    System.out.printf(
        "%,d alerts were due, %,d are recorded, %,d came; %,d requests brought %,d messages, %,d of"
            + " them again; promises broken: %,d%n",
        due,
        seen.size(),
        receiver.count(),
        receiver.requests(),
        messages.size(),
        receiver.requests() - messages.size(),
        broken.size());
    return broken.stream().limit(MOST_SHOWN).toList();
  }

  /** What must be recorded, by a desk's own matching, one record after the other. */
  private Set<String> due(int records) throws IOException, SQLException {
    Set<String> due = new HashSet<>();
    Map<String, Set<String>> told = new HashMap<>();
    SearchSettings settings = settings();
    try (QueryMatcher matcher =
            new LuceneEngine(Path.of("unused"), settings).matcher(NameLabels.NONE);
        TopicReader topic = new TopicReader(chain.connection(), Topics.ENRICHED.name())) {
      matcher.watch(searches(settings));
      topic.seek(Map.of());
      int read = 0;
      while (read < records) {
        for (ConsumerRecord<byte[], byte[]> record : topic.poll(POLL, false)) {
          read++;
          if (ChangeReader.read(record).orElseThrow() instanceof Change.Put put) {
            EnrichedArticle article = put.article();
            String id = article.article().id();
            boolean corrected = article.revision() > 1;
            Set<String> before = told.computeIfAbsent(id, unseen -> new HashSet<>());
            if (corrected) {
              before.forEach(search -> due.add(AlertReceiver.alert(search, id, "corrected")));
            }
            for (String search : matcher.matches(article, corrected)) {
              if (before.add(search)) {
                due.add(AlertReceiver.alert(search, id, "new"));
              }
            }
          }
        }
      }
    }
    return due;
  }

  private static SearchSettings settings() {
    TopicLabels topics = ConfiguredTaxonomy.labels(null);
    KnownValues known = new KnownValues(topics);
    return new SearchSettings(
        new ExpressionParser(known), Synonyms.read(null).and(topics.synonyms()), known.completed());
  }

  private Map<String, Filters> searches(SearchSettings settings) throws SQLException {
    QueryParser parser = new QueryParser(Manner.LENIENT, 20, Stories.ALL, settings.parser());
    Map<String, Filters> searches = new HashMap<>();
    try (Connection database = chain.tables().getConnection();
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery("SELECT id, query FROM saved_search")) {
      while (row.next()) {
        if (parser.parse(QueryText.parameters(row.getString(2)))
            instanceof ParsedQuery.Valid valid) {
          searches.put(row.getString(1), valid.query().filters());
        }
      }
    }
    return searches;
  }
}
