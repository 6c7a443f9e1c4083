package io.keeling.desk.saved;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Caller;
import io.keeling.desk.page.Services;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.JsonAnswer;
import io.keeling.desk.web.JsonFields;
import io.keeling.desk.web.NamePage;
import io.keeling.search.query.QueryParser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** {@code /api/searches}: saved searches, for programs. Threads may share it. */
public final class SearchesApi {

  /** Names of the fields of a channel. */
  private static final Set<String> CHANNEL = Set.of("channel", "target", "rhythm");

  private static final Set<String> TEXTS =
      Set.of("name", "query", "channel", "target", "rhythm", "language");

  private static final Set<String> FLAGS = Set.of("corrections");

  /**
   * A page of searches.
   *
   * @param next the name after which the next page begins, absent on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Listing(List<Item> items, @Nullable String next) {}

  /**
   * A search.
   *
   * @param channel the kind of its first channel; {@code target}, {@code rhythm} and {@code secret}
   *     are also of the first channel
   * @param target the receiver's host, as the rest may be secret; empty without a channel
   * @param secret the signing key; only in the answer to the request that saved the channel
   * @param page the address of its page; the fields after it are further addresses of the search
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      String id,
      String name,
      String query,
      Instant createdAt,
      String channel,
      String target,
      String rhythm,
      boolean corrections,
      String language,
      @Nullable String secret,
      List<ChannelItem> channels,
      String page,
      String articles,
      String atom,
      String jsonFeed,
      String stream,
      String deliveries) {}

  /**
   * A channel.
   *
   * @param target the receiver's host
   * @param address the whole target; absent unless the caller saved the search
   * @param secret the signing key; only in the answer to the request that saved the channel
   * @param offAt when the channel was switched off; absent while it is on
   * @param gone true if the channel is off because its receiver is gone, false if somebody switched
   *     it off; absent while it is on
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ChannelItem(
      int place,
      String channel,
      String target,
      @Nullable String address,
      String rhythm,
      @Nullable String secret,
      @Nullable Instant offAt,
      @Nullable Boolean gone) {

    static ChannelItem of(SearchChannel channel, boolean own, boolean saved) {
      Alert alert = channel.alert();
      return new ChannelItem(
          channel.place(),
          alert.channel().value(),
          alert.shownTarget(),
          own ? alert.target() : null,
          alert.rhythm().value(),
          saved ? channel.secret() : null,
          channel.offAt(),
          channel.offAt() == null ? null : !channel.offByHand());
    }

    /** Keeps address and secret out of logs. */
    @Override
    public String toString() {
      return "ChannelItem[" + place + "]";
    }
  }

  /**
   * @param saved whether this request saved the channel at a place
   */
  private Item item(Context context, SavedSearch search, IntPredicate saved) {
    boolean own = search.isOf(Caller.of(context).account());
    List<ChannelItem> channels =
        search.channels().stream()
            .map(each -> ChannelItem.of(each, own, saved.test(each.place())))
            .toList();
    if (own) {
      context.header("Cache-Control", "no-store");
    }
    Optional<ChannelItem> first = channels.stream().findFirst();
    String page = baseUrl + search.page();
    String api = baseUrl + "/api" + search.page();
    return new Item(
        search.id(),
        search.name(),
        search.query(),
        search.createdAt(),
        first.map(ChannelItem::channel).orElse(Channel.NONE.value()),
        first.map(ChannelItem::target).orElse(""),
        first.map(ChannelItem::rhythm).orElse(Rhythm.AT_ONCE.value()),
        search.corrections(),
        search.language(),
        first.map(ChannelItem::secret).orElse(null),
        channels,
        page,
        api + "/articles",
        page + "/feed.atom",
        page + "/feed.json",
        api + "/stream",
        api + "/deliveries");
  }

  /** A search's newest messages. */
  record Deliveries(List<DeliveryRecords.Delivery> items) {}

  private final SavedSearches searches;
  private final DeliveryRecords deliveries;
  private final ChannelActions actions;
  private final QueryParser parser;
  private final ChannelRules rules;
  private final String baseUrl;

  SearchesApi(
      Services services, SavedSearches searches, ChannelActions actions, ChannelRules rules) {
    this.searches = searches;
    this.actions = actions;
    this.deliveries = searches.deliveries();
    this.parser = services.queries().api();
    this.rules = rules;
    this.baseUrl = services.baseUrl();
  }

  public void list(Context context) {
    String after = context.queryParam("after");
    NamePage<SavedSearch> found = searches.list(after == null ? "" : after);
    JsonAnswer.send(
        context,
        new Listing(
            found.items().stream().map(search -> item(context, search, place -> false)).toList(),
            found.next()));
  }

  public void one(Context context) {
    JsonAnswer.send(context, item(context, searches.find(context.pathParam("id")), place -> false));
  }

  /** Answers with a search's newest messages and their results. */
  public void deliveries(Context context) {
    SavedSearch search = searches.find(context.pathParam("id"));
    JsonAnswer.send(context, new Deliveries(deliveries.of(search.id())));
  }

  public void save(Context context) {
    NewSearch wanted = read(context);
    if (wanted instanceof NewSearch.Invalid invalid) {
      throw invalid.failure().exception();
    }
    SavedSearch saved = searches.save((NewSearch.Valid) wanted, account(context));
    context.status(201).header("Location", baseUrl + "/api" + saved.page());
    JsonAnswer.send(context, item(context, saved, place -> true));
  }

  private NewSearch read(Context context) {
    JsonFields fields = JsonFields.read(context, TEXTS, FLAGS, Map.of("channels", CHANNEL));
    if (!fields.has("name") || !fields.has("query")) {
      return invalid("body", "the body must have a name and a query");
    }
    if (fields.list("channels").isPresent() && CHANNEL.stream().anyMatch(fields::has)) {
      return invalid("channels", "give channels, or the channel, target and rhythm of one");
    }
    return NewSearch.read(
        fields.text("name"),
        fields.text("query"),
        new NewSearch.AlertText(
            fields
                .list("channels")
                .map(all -> all.stream().map(SearchesApi::channel).toList())
                .orElseGet(() -> one(fields)),
            fields.flag("corrections", true),
            fields.text("language")),
        parser,
        rules);
  }

  private static NewSearch.ChannelText channel(Map<String, String> fields) {
    return new NewSearch.ChannelText(
        fields.getOrDefault("channel", ""),
        fields.getOrDefault("target", ""),
        fields.getOrDefault("rhythm", ""));
  }

  /** The channel given in the top-level fields, if any. */
  private static List<NewSearch.ChannelText> one(JsonFields fields) {
    NewSearch.ChannelText text = channel(fields.texts());
    return text.isEmpty() ? List.of() : List.of(text);
  }

  private static NewSearch.Invalid invalid(String parameter, String problem) {
    return new NewSearch.Invalid(Failure.badParameter(parameter, problem), 0, null);
  }

  /** Sends a test message, and answers with the result. */
  public void test(Context context) {
    ChannelActions.Found at = actions.find(context);
    ChannelTests.Outcome outcome = actions.test(at, account(context));
    if (outcome instanceof ChannelTests.Outcome.TooOften often) {
      context.header("Retry-After", Long.toString(often.seconds()));
      throw ChannelActions.TESTS_OFTEN.exception();
    } else {
      JsonAnswer.send(context, ((ChannelTests.Outcome.Sent) outcome).result());
    }
  }

  /** Adds a channel, and answers with its search. */
  public void add(Context context) {
    SavedSearch search = searches.find(context.pathParam("id"));
    Map<String, String> fields = JsonFields.read(context, CHANNEL).texts();
    NewSearch wanted = actions.further(search, channel(fields), account(context));
    if (wanted instanceof NewSearch.Invalid invalid) {
      throw invalid.failure().exception();
    }
    int added = actions.add(search, (NewSearch.Valid) wanted, account(context));
    context.status(201);
    JsonAnswer.send(context, item(context, searches.find(search.id()), place -> place == added));
  }

  public void remove(Context context) {
    actions.remove(actions.find(context), account(context));
    context.status(204);
  }

  /** Switches a channel off, and answers with its search. */
  public void off(Context context) {
    turn(context, true);
  }

  /** Switches a channel on, and answers with its search. */
  public void on(Context context) {
    turn(context, false);
  }

  private void turn(Context context, boolean off) {
    actions.turn(actions.find(context), off, account(context));
    one(context);
  }

  private static Account account(Context context) {
    return Caller.of(context).account().orElseThrow();
  }

  public void delete(Context context) {
    searches.delete(context.pathParam("id"), account(context));
    context.status(204);
  }
}
