package io.keeling.desk.saved;

import com.github.benmanes.caffeine.cache.Ticker;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.AuditLog;
import io.keeling.desk.database.Database;
import io.keeling.desk.web.Quotas;
import java.time.Duration;

/**
 * Sends test messages on request, each with an audit entry. The number of tests of an account is
 * limited. A channel whose receiver is gone is switched off, as after any other message. Threads
 * may share it.
 */
final class ChannelTests {

  /**
   * Maximum number of tests of one account in {@link #WINDOW}: a receiver is set up in a few
   * attempts.
   */
  static final int MOST = 5;

  static final Duration WINDOW = Duration.ofMinutes(1);

  /** Maximum number of accounts remembered: more than a newsroom has. */
  private static final int MOST_KNOWN = 1_000;

  private final Database database;
  private final ChannelSwitch channels;
  private final TestSender sender;
  private final Quotas quotas;

  ChannelTests(Database database, ChannelSwitch channels, TestSender sender) {
    this.database = database;
    this.channels = channels;
    this.sender = sender;
    this.quotas = new Quotas(MOST, WINDOW, MOST_KNOWN, Ticker.systemTicker());
  }

  /** The result of asking for a test. */
  sealed interface Outcome {

    record Sent(TestSender.Result result) implements Outcome {}

    /**
     * The account has sent too many tests.
     *
     * @param seconds until the next test is allowed
     */
    record TooOften(long seconds) implements Outcome {}
  }

  /** Sends a test message, unless the account has sent too many. */
  Outcome send(SavedSearch search, SearchChannel channel, Account by) {
    Quotas.Left left = quotas.ask(Long.toString(by.id()));
    if (left.refused()) {
      return new Outcome.TooOften(left.seconds());
    }
    database.change(
        handle -> {
          AuditLog.add(handle, by, "search.test", search.name() + ", " + channel.alert().shown());
          return channel;
        });
    TestSender.Result result = sender.send(search, channel);
    if (result.gone()) {
      channels.off(search.id(), channel.place());
    }
    return new Outcome.Sent(result);
  }
}
