package io.keeling.desk.saved.alert;

import io.keeling.desk.articles.FacetCounts;
import io.keeling.desk.articles.store.ComparisonStore;
import io.keeling.desk.articles.store.VersionStore;
import io.keeling.desk.config.DeskConfig;
import io.keeling.desk.database.Database;
import io.keeling.desk.label.KnownValues;
import io.keeling.desk.label.Labels;
import io.keeling.desk.label.TopicLabels;
import io.keeling.desk.profiles.RisingStore;
import io.keeling.desk.saved.Channel;
import io.keeling.desk.saved.SavedSearch;
import io.keeling.desk.saved.SearchChannel;
import io.keeling.desk.saved.TestSender;
import io.keeling.desk.saved.alert.Sender.Sent;
import io.keeling.search.SearchIndex;
import io.keeling.search.budget.Budgets;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.query.QueryParser;
import io.keeling.search.query.QueryParser.Manner;
import io.keeling.search.query.Stories;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Sends the alerts of saved searches, and test messages. Threads may share it. */
public final class Alerts implements AutoCloseable, TestSender {

  /**
   * Concurrent tests: each holds a thread of the desk, which readers need, until the receiver
   * answers.
   */
  static final int TESTS = 4;

  private final Dispatcher dispatcher;
  private final Changes changes;
  private final Senders senders;
  private final HttpPosts posts;
  private final Semaphore tests = new Semaphore(TESTS);

  private Alerts(Dispatcher dispatcher, Changes changes, Senders senders, HttpPosts posts) {
    this.dispatcher = dispatcher;
    this.changes = changes;
    this.senders = senders;
    this.posts = posts;
  }

  /**
   * Starts sending alerts by all channels.
   *
   * @param index finds rising subjects
   * @param budgets limits the cost of finding them
   */
  public static Alerts start(
      Database database,
      SearchIndex index,
      DeskConfig config,
      TopicLabels topics,
      Budgets budgets,
      MeterRegistry meters) {
    HttpPosts posts = new HttpPosts(config.alerts());
    Labels labels = new Labels(topics);
    Map<Channel, Sender> ways = new EnumMap<>(Channel.class);
    ways.put(Channel.WEBHOOK, new WebhookSender(posts, config.baseUrl(), Clock.systemUTC()));
    ways.putAll(ChatSender.all(posts, labels, config.baseUrl()));
    if (config.alerts().mail().host() != null) {
      ways.put(Channel.EMAIL, new MailSender(config.alerts().mail(), labels, config.baseUrl()));
    }
    Risers risers =
        new Risers(
            new RisingStore(index, new FacetCounts(index, labels), Clock.systemUTC()),
            new QueryParser(
                Manner.LENIENT,
                config.pageSize(),
                Stories.ALL,
                new ExpressionParser(new KnownValues(topics))),
            labels,
            budgets);
    Senders senders = new Senders(ways);
    Changes changes = Changes.of(new ComparisonStore(new VersionStore(database)));
    return new Alerts(
        new Dispatcher(
                database,
                risers,
                changes,
                senders,
                new Retries(config.alerts().firstRetry()),
                meters)
            .start(),
        changes,
        senders,
        posts);
  }

  /** Looks for due alerts now rather than at the next interval. */
  public void wake() {
    dispatcher.wake();
  }

  /** What keeps alerts from being sent, one line each; empty while they are sent. */
  public List<String> notes() {
    return dispatcher.notes();
  }

  @Override
  public Result send(SavedSearch search, SearchChannel channel) {
    if (!tests.tryAcquire()) {
      return new Result(
          false, false, null, "the desk is sending other tests; try again in a moment");
    }
    try {
      Sent sent =
          senders.send(
              new Message(
                  "test_" + UUID.randomUUID(),
                  search.id(),
                  search.name(),
                  search.query(),
                  channel.alert(),
                  channel.secret(),
                  new Message.Test()));
      return new Result(
          sent.result() == Sender.Result.TAKEN,
          sent.result() == Sender.Result.GONE,
          sent.status(),
          sent.problem());
    } finally {
      tests.release();
    }
  }

  @Override
  public void close() {
    dispatcher.close();
    changes.close();
    posts.close();
  }
}
