package io.keeling.desk.saved;

import io.javalin.http.Context;
import io.keeling.desk.access.Account;
import io.keeling.desk.database.Database;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.FailureException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The actions on a channel of a saved search, shared by page and API. Threads may share it. */
public final class ChannelActions {

  private static final Pattern PLACE = Pattern.compile("[1-9][0-9]{0,5}");

  static final Failure NO_CHANNEL = Failure.of(404, "channel-unknown");
  private static final Failure NOT_OWN = Failure.of(403, "channel-not-own");
  static final Failure TESTS_OFTEN = Failure.of(429, "tests-often");

  private final SavedSearches searches;
  private final ChannelSwitch channels;
  private final ChannelTests tests;
  private final ChannelRules rules;

  /**
   * @param sender sends test messages
   * @param rules the channels and addresses that this desk can send to
   */
  ChannelActions(SavedSearches searches, Database database, TestSender sender, ChannelRules rules) {
    this.searches = searches;
    this.rules = rules;
    this.channels = new ChannelSwitch(database);
    this.tests = new ChannelTests(database, channels, sender);
  }

  /** A channel with its search. */
  record Found(SavedSearch search, SearchChannel channel) {}

  /**
   * The channel that the path parameters {@code id} and {@code place} name.
   *
   * @throws FailureException if there is no such channel
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

  /** Sends a test message, as requested by an account. */
  ChannelTests.Outcome test(Found at, Account by) {
    return tests.send(at.search(), at.channel(), by);
  }

  /** Switches a channel off or on, as requested by an account. */
  void turn(Found at, boolean off, Account by) {
    channels.turn(at.search().id(), at.channel().place(), off, by);
  }

  /** Removes a channel, as requested by an account. */
  void remove(Found at, Account by) {
    searches.remove(at.search().id(), at.channel().place(), by);
  }

  /**
   * Validates a saved search with one more channel.
   *
   * @throws FailureException if another account saved the search, since that account would see the
   *     new channel's address
   */
  NewSearch further(SavedSearch search, NewSearch.ChannelText text, Account by) {
    if (!search.isOf(Optional.of(by))) {
      throw NOT_OWN.exception();
    }
    return NewSearch.further(search, text, rules);
  }

  /**
   * Adds the last channel of a validated search to the saved search, and returns the channel's
   * place.
   */
  int add(SavedSearch search, NewSearch.Valid further, Account by) {
    return searches.add(search.id(), further.alerts().get(further.alerts().size() - 1), by);
  }
}
