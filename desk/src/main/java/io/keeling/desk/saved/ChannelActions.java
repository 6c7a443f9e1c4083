package io.keeling.desk.saved;

import io.javalin.http.Context;
import io.keeling.desk.access.Account;
import io.keeling.desk.database.Database;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.FailureException;
import java.util.regex.Pattern;

/** What can be done with a channel of a search, by page and API. Threads may share it. */
public final class ChannelActions {

  private static final Pattern PLACE = Pattern.compile("[1-9][0-9]?");

  private static final Failure NO_CHANNEL = Failure.of(404, "channel-unknown");
  static final Failure TESTS_OFTEN = Failure.of(429, "tests-often");

  private final SavedSearches searches;
  private final ChannelSwitch channels;
  private final ChannelTests tests;

  /**
   * @param sender sends tests
   */
  public ChannelActions(SavedSearches searches, Database database, TestSender sender) {
    this.searches = searches;
    this.channels = new ChannelSwitch(database);
    this.tests = new ChannelTests(database, channels, sender);
  }

  /** A channel with its search. */
  record Found(SavedSearch search, SearchChannel channel) {}

  /**
   * The channel in the address, by {@code id} and {@code place}.
   *
   * @throws FailureException if there is none
   */
  Found find(Context context) {
    String place = context.pathParam("place");
    if (!PLACE.matcher(place).matches()) {
      throw NO_CHANNEL.exception();
    }
    SavedSearch search = searches.find(context.pathParam("id"), NO_CHANNEL);
    return search
        .channel(Integer.parseInt(place))
        .map(channel -> new Found(search, channel))
        .orElseThrow(NO_CHANNEL::exception);
  }

  /** Sends a test message for an account. */
  ChannelTests.Outcome test(Found at, Account by) {
    return tests.send(at.search(), at.channel(), by);
  }

  /** Switches a channel on for an account. */
  void on(Found at, Account by) {
    channels.on(at.search().id(), at.channel().place(), by);
  }
}
