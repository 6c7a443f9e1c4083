package io.keeling.feeds.alert;

import io.keeling.feeds.config.FeedsConfig;
import io.keeling.feeds.label.TopicLabels;
import io.keeling.feeds.messages.Languages;
import io.keeling.feeds.messages.Messages;
import io.keeling.feeds.saved.Channel;
import io.keeling.feeds.store.Database;
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

  /** Starts to tell, by every way there is. */
  public static Alerts start(
      Database database, FeedsConfig config, TopicLabels topics, MeterRegistry meters) {
    HttpPosts posts = new HttpPosts(config.alerts());
    Map<Channel, Sender> senders = new EnumMap<>(Channel.class);
    senders.put(Channel.WEBHOOK, new WebhookSender(posts, config.baseUrl(), Clock.systemUTC()));
    Messages words = Languages.ENGLISH;
    senders.put(Channel.SLACK, ChatSender.slack(posts, words, config.baseUrl()));
    senders.put(Channel.MATRIX, ChatSender.matrix(posts, words, config.baseUrl()));
    if (config.alerts().mail().host() != null) {
      senders.put(Channel.EMAIL, new MailSender(config.alerts().mail(), words, config.baseUrl()));
    }
    return new Alerts(
        Dispatcher.start(
            database, topics::of, senders, new Retries(config.alerts().firstRetry()), meters),
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
