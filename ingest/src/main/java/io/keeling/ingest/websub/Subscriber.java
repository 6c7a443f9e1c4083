package io.keeling.ingest.websub;

import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.Page;
import io.keeling.contract.source.Source;
import io.keeling.ingest.config.FetchConfig;
import io.keeling.ingest.config.IngestConfig;
import io.keeling.ingest.config.WebSubConfig;
import io.keeling.ingest.fetch.OneLine;
import io.keeling.ingest.fetch.http.Answer;
import io.keeling.ingest.fetch.http.HttpExchange;
import io.keeling.reader.url.CanonicalUrl;
import io.keeling.reader.url.Domains;
import io.keeling.runtime.thread.Threads;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Subscribes to the hubs of feeds and renews the subscriptions in time (WebSub, section 5). Each
 * poll of a feed triggers the decision, so a subscription belongs to the instance that polls the
 * feed, and requests to hubs are spread over time like polls. Sends one request at a time, with a
 * pause for each site of hubs. Thread-safe.
 */
final class Subscriber implements FeedWatcher, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

  /**
   * Maximum number of polls that wait, at a few hundred bytes each. A poll that does not fit is
   * counted and dropped; the next poll of the feed makes up for it.
   */
  private static final int WAITING = 10_000;

  /** Random bytes in a callback address: 192 bits, so that nobody can guess it. */
  private static final int TOKEN_BYTES = 24;

  /**
   * Bytes of a secret: the output size of SHA-256, which is the minimum that RFC 2104, section 3,
   * recommends for a key.
   */
  private static final int SECRET_BYTES = 32;

  private final WebSubConfig config;

  private final HttpExchange http;
  private final SubscriptionLog subscriptions;
  private final WebSubMetrics metrics;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final BlockingQueue<Poll> polls = new ArrayBlockingQueue<>(WAITING);

  private final HubRests rests;

  private final Thread worker;
  private volatile boolean closed;

  private record Poll(String source, String url, @Nullable HubOffer offer, boolean removed) {}

  Subscriber(
      IngestConfig config,
      HttpExchange http,
      SubscriptionLog subscriptions,
      WebSubMetrics metrics,
      InstantSource clock) {
    this.config = config.websub();
    this.rests = new HubRests(config.politeness().pause(), clock);
    this.http = http;
    this.subscriptions = subscriptions;
    this.metrics = metrics;
    this.clock = clock;
    this.worker = Threads.daemon("keeling-websub-subscriber", this::work);
  }

  void start() {
    worker.start();
  }

  @Override
  public void polled(Page page, @Nullable Source source) {
    String url = page.url();
    boolean fetched = page.outcome() == FetchOutcome.FETCHED;
    if (source == null) {
      enqueue(new Poll(page.sourceId(), url, null, true));
    } else if (source.url().equals(url)
        && (fetched || page.outcome() == FetchOutcome.NOT_MODIFIED)) {
      HubOffer offer = fetched ? HubOffer.of(page).orElse(null) : null;
      if (offer != null || subscriptions.of(source.id()) != null) {
        enqueue(new Poll(source.id(), url, offer, false));
      }
    }
  }

  private void enqueue(Poll poll) {
    if (!polls.offer(poll)) {
      metrics.leftOut();
    }
  }

  private void work() {
    try {
      while (!closed) {
        Poll poll = polls.take();
        try {
          look(poll);
        } catch (RuntimeException e) {
          LOG.warn("Cannot renew the subscription of source {}: {}", poll.source, e.toString());
        }
      }
    } catch (InterruptedException e) {
      // Interrupted by close().
    }
  }

  private void look(Poll poll) throws InterruptedException {
    Subscription before = subscriptions.of(poll.source);
    if (poll.removed) {
      if (before != null && before.url().equals(poll.url)) {
        subscriptions.remove(poll.source);
      }
      return;
    }
    Instant now = clock.instant();
    if (poll.offer != null && (before == null || !before.fits(poll.offer, poll.url))) {
      subscribe(
          new Subscription(
              poll.source,
              poll.url,
              poll.offer.hub().text(),
              poll.offer.topic(),
              random(TOKEN_BYTES),
              random(SECRET_BYTES),
              now,
              null,
              null));
    } else if (before != null && before.due(now)) {
      subscribe(before.askedAgain(now));
    }
  }

  private void subscribe(Subscription subscription) throws InterruptedException {
    // Stored before the request, as some hubs verify the subscription before they respond.
    subscriptions.put(subscription);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("hub.mode", "subscribe");
    form.put("hub.topic", subscription.topic());
    form.put("hub.callback", callback(subscription));
    form.put("hub.secret", subscription.secret());
    form.put("hub.lease_seconds", Long.toString(Subscription.LEASE.toSeconds()));
    String problem = send(CanonicalUrl.of(subscription.hub()), form);
    metrics.asked(problem == null);
    if (problem != null) {
      LOG.warn(
          "Hub {} does not accept the subscription of source {}: {}",
          subscription.hub(),
          subscription.source(),
          problem);
    }
  }

  /** Sends a form to a hub; returns null if the hub accepted it, otherwise the problem. */
  private @Nullable String send(Optional<CanonicalUrl> hub, Map<String, String> form)
      throws InterruptedException {
    Optional<CanonicalUrl> target = hub;
    try {
      for (int i = 0; i <= FetchConfig.MOST_REDIRECTS && target.isPresent(); i++) {
        CanonicalUrl url = target.get();
        Thread.sleep(rests.next(Domains.site(url.host())).toMillis());
        Answer answer = http.post(url, form);
        if (answer.successful()) {
          return null;
        }
        // Only the statuses 307 and 308 keep the method (WebSub, section 5.2).
        if (answer.location() == null || (answer.status() != 307 && answer.status() != 308)) {
          return "answered " + answer.status();
        }
        target = url.resolve(answer.location());
      }
      return "too many redirects";
    } catch (IOException e) {
      return OneLine.of(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private String callback(Subscription subscription) {
    return config.publicUrl().replaceFirst("(?<!/)/+$", "")
        + CallbackServer.PATH
        + subscription.token();
  }

  private String random(int bytes) {
    byte[] noise = new byte[bytes];
    random.nextBytes(noise);
    return HexFormat.of().formatHex(noise);
  }

  @Override
  public void close() {
    // The flag is needed too: an interrupt may end only the current request.
    closed = true;
    worker.interrupt();
  }
}
