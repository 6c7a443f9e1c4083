package io.keeling.feeds.alert;

import io.keeling.feeds.config.FeedsConfig;
import io.keeling.feeds.label.KnownValues;
import io.keeling.feeds.label.Labels;
import io.keeling.feeds.label.TopicLabels;
import io.keeling.feeds.profile.RisingStore;
import io.keeling.feeds.query.QueryParser;
import io.keeling.feeds.query.QueryParser.Manner;
import io.keeling.feeds.query.Stories;
import io.keeling.feeds.query.language.ExpressionParser;
import io.keeling.feeds.saved.Channel;
import io.keeling.feeds.search.SearchIndex;
import io.keeling.feeds.store.Database;
import io.keeling.feeds.store.FacetStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;

/** Tells followers of saved searches what was found. Threads may share it. */
public final class Alerts implements AutoCloseable {

  private final Dispatcher dispatcher;
  private final HttpPosts posts;

  private Alerts(Dispatcher dispatcher, HttpPosts posts) {
    this.dispatcher = dispatcher;
    this.posts = posts;
  }

  /**
   * Starts to tell, by every way there is.
   *
   * @param index says what rises
   */
  public static Alerts start(
      Database database,
      SearchIndex index,
      FeedsConfig config,
      TopicLabels topics,
      MeterRegistry meters) {
    HttpPosts posts = new HttpPosts(config.alerts());
    Labels labels = new Labels(topics);
    Map<Channel, Sender> senders = new EnumMap<>(Channel.class);
    senders.put(Channel.WEBHOOK, new WebhookSender(posts, config.baseUrl(), Clock.systemUTC()));
    senders.put(Channel.SLACK, ChatSender.slack(posts, labels, config.baseUrl()));
    senders.put(Channel.MATRIX, ChatSender.matrix(posts, labels, config.baseUrl()));
    if (config.alerts().mail().host() != null) {
      senders.put(Channel.EMAIL, new MailSender(config.alerts().mail(), labels, config.baseUrl()));
    }
    Risers risers =
        new Risers(
            new RisingStore(index, new FacetStore(index, labels), Clock.systemUTC()),
            new QueryParser(
                Manner.LENIENT,
                config.pageSize(),
                Stories.ALL,
                new ExpressionParser(new KnownValues(topics))),
            labels);
    return new Alerts(
        Dispatcher.start(
            database, risers, senders, new Retries(config.alerts().firstRetry()), meters),
        posts);
  }

  /** Something was found. */
  public void wake() {
    dispatcher.wake();
  }

  @Override
  public void close() {
    dispatcher.close();
    posts.close();
  }
}
