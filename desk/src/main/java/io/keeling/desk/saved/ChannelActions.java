package io.keeling.desk.saved;

import io.javalin.http.Context;
import io.keeling.desk.access.Account;
import io.keeling.desk.database.Database;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be done with a channel of a search, by page and API. Threads may share it. */
public final class ChannelActions {

  private static final Pattern PLACE = Pattern.compile("[1-9][0-9]?");

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

  /** What an address names, by {@code id} and {@code place}; nothing where there is none. */
  Optional<Found> find(Context context) {
    String place = context.pathParam("place");
    return PLACE.matcher(place).matches()
        ? searches
            .find(context.pathParam("id"))
            .flatMap(
                search ->
                    search
                        .channel(Integer.parseInt(place))
                        .map(channel -> new Found(search, channel)))
        : Optional.empty();
  }

  /** Sends a test for somebody. */
  ChannelTests.Outcome test(Found at, Account by) {
    return tests.send(at.search(), at.channel(), by);
  }

  /** Switches it on for somebody. */
  void on(Found at, Account by) {
    channels.on(at.search().id(), at.channel().place(), by);
  }
}
