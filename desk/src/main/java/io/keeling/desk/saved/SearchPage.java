package io.keeling.desk.saved;

import io.javalin.http.Context;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Caller;
import io.keeling.desk.label.Dates;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.page.Forms;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Pages;
import io.keeling.desk.web.ReaderLanguage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /searches/{id}}: a saved search and its channels, for people. Threads may share it. */
public final class SearchPage {

  /**
   * A search as its template shows it.
   *
   * @param heading what it finds, in words
   * @param created when it was saved, in words
   * @param further the fields of a further channel; null if the caller may not add one
   * @param deliveries the newest messages
   * @param csrf the form token; null if the caller may change nothing
   */
  public record View(
      Frame frame,
      String name,
      String heading,
      String created,
      String articles,
      String page,
      List<ChannelView> channels,
      SearchForm.@Nullable ChannelField further,
      List<Delivery> deliveries,
      @Nullable String csrf) {}

  /**
   * A channel.
   *
   * @param told the channel's kind, host and rhythm, in words
   * @param address the whole target; null unless the caller saved the search
   * @param secret the signing key; null unless the caller saved the search and messages are signed
   * @param off why the channel is switched off, in words; null while it is on
   * @param test the result of a test just sent; null if no test was sent
   */
  public record ChannelView(
      int place,
      String told,
      @Nullable String address,
      @Nullable String secret,
      @Nullable String off,
      @Nullable TestView test) {}

  /**
   * The result of a test.
   *
   * @param text in words
   * @param problem why the test failed, in English; null if it succeeded
   */
  public record TestView(String text, @Nullable String problem) {}

  /**
   * A message.
   *
   * @param when when it was made, in words
   * @param result its channel and result, in words
   * @param problems why attempts failed
   */
  public record Delivery(String when, String result, List<String> problems) {}

  private static final String TAKEN = "searches.test-taken";
  private static final String FAILED = "searches.test-failed";
  private static final String OFTEN = "failure.tests-often.message";

  /** Keys of the messages about the result of a test. */
  static final Set<String> TEST_KEYS = Set.of(TAKEN, FAILED, OFTEN);

  private static final NewSearch.ChannelText NOTHING = new NewSearch.ChannelText("", "", "");

  private final SavedSearches searches;
  private final SearchPages list;
  private final ChannelActions actions;
  private final ChannelRules rules;
  private final Pages pages;

  /**
   * @param list describes searches
   * @param rules the channels to offer
   */
  SearchPage(
      SavedSearches searches,
      SearchPages list,
      ChannelActions actions,
      ChannelRules rules,
      Pages pages) {
    this.searches = searches;
    this.list = list;
    this.actions = actions;
    this.rules = rules;
    this.pages = pages;
  }

  public void show(Context context) {
    SavedSearch search = searches.find(context.pathParam("id"));
    show(context, search, TestNotice.take(context, search.page()), NOTHING, null);
  }

  /**
   * @param tested the result of a test just sent
   * @param typed a further channel as typed
   * @param problem what is wrong with that channel; null if nothing is wrong
   */
  private void show(
      Context context,
      SavedSearch search,
      Optional<TestNotice> tested,
      NewSearch.ChannelText typed,
      @Nullable String problem) {
    Messages messages = ReaderLanguage.of(context);
    String csrf = Forms.tokenOfEditor(context);
    boolean own = search.isOf(Caller.of(context).account());
    pages.sendOnce(
        context,
        "savedsearch.jte",
        new View(
            pages.frame(context, messages),
            search.name(),
            list.heading(search.query(), messages),
            new Dates(messages).moment(search.createdAt()),
            search.articles(),
            search.page(),
            search.channels().stream()
                .map(
                    channel ->
                        new ChannelView(
                            channel.place(),
                            told(channel, messages),
                            own ? channel.alert().target() : null,
                            own ? channel.secret() : null,
                            off(channel, messages),
                            tested
                                .filter(test -> test.place() == channel.place())
                                .map(test -> view(test, messages))
                                .orElse(null)))
                .toList(),
            own && csrf != null && search.channels().size() < NewSearch.MOST_CHANNELS
                ? SearchForm.further(search.channels().size() + 1, typed, problem, messages, rules)
                : null,
            searches.deliveries().of(search.id()).stream()
                .map(delivery -> delivery(delivery, messages))
                .toList(),
            csrf));
  }

  private static TestView view(TestNotice test, Messages messages) {
    return new TestView(
        messages.of(test.key()), test.problem().isEmpty() ? null : sentence(test.problem()));
  }

  /** A problem in English as a sentence. */
  private static String sentence(String problem) {
    return Character.toUpperCase(problem.charAt(0)) + problem.substring(1) + ".";
  }

  /** A channel's kind, host and rhythm, in words. */
  static String told(SearchChannel channel, Messages messages) {
    Alert alert = channel.alert();
    return messages.of(
        "searches.told",
        "number",
        channel.place(),
        "channel",
        alert.channel().label(messages),
        "target",
        alert.shownTarget(),
        "rhythm",
        messages.of("rhythm." + alert.rhythm().value()));
  }

  private static @Nullable String off(SearchChannel channel, Messages messages) {
    return channel.offAt() == null
        ? null
        : messages.of(
            channel.offByHand() ? "searches.off-by-hand" : "searches.off",
            "moment",
            new Dates(messages).moment(channel.offAt()));
  }

  private static Delivery delivery(DeliveryRecords.Delivery delivery, Messages messages) {
    return new Delivery(
        new Dates(messages).moment(delivery.createdAt()),
        result(delivery, messages),
        delivery.attempts().stream()
            .filter(attempt -> !attempt.gone()) // which the result says
            .map(DeliveryRecords.Attempt::problem)
            .filter(problem -> !problem.isEmpty())
            .map(SearchPage::sentence)
            .toList());
  }

  private static String result(DeliveryRecords.Delivery delivery, Messages messages) {
    String channel = Channel.of(delivery.channel()).orElse(Channel.NONE).label(messages);
    int number = delivery.place();
    String state = messages.of("delivery." + delivery.state());
    if (delivery.type().equals("off")) {
      return messages.of(
          "searches.delivery-off", "number", number, "channel", channel, "state", state);
    }
    if (delivery.gone()) { // its articles wait for the next message
      return messages.of("searches.delivery-gone", "number", number, "channel", channel);
    }
    return messages.of(
        "searches.delivery",
        "number",
        number,
        "channel",
        channel,
        "count",
        delivery.articles(),
        "state",
        state);
  }

  /** Sends a test message, and redirects to the page, which shows the result. */
  public void test(Context context) {
    ChannelActions.Found at = actions.find(context);
    ChannelTests.Outcome outcome = actions.test(at, account(context));
    notice(at.channel().place(), outcome).send(context, at.search().page());
    Forms.goTo(context, at.search().page());
  }

  private static TestNotice notice(int place, ChannelTests.Outcome outcome) {
    if (!(outcome instanceof ChannelTests.Outcome.Sent sent)) {
      return new TestNotice(place, OFTEN, "");
    }
    TestSender.Result result = sent.result();
    if (result.taken()) {
      return new TestNotice(place, TAKEN, "");
    }
    // If the receiver is gone, the page already shows that the channel is switched off, and why.
    return new TestNotice(place, FAILED, result.gone() ? "" : result.problem());
  }

  /** Adds a channel and redirects to the page, or shows what is wrong. */
  public void add(Context context) {
    SavedSearch search = searches.find(context.pathParam("id"));
    NewSearch.ChannelText typed =
        new NewSearch.ChannelText(
            Forms.text(context, "channel"),
            Forms.text(context, "target"),
            Forms.text(context, "rhythm"));
    NewSearch wanted = actions.further(search, typed, account(context));
    if (wanted instanceof NewSearch.Valid valid) {
      actions.add(search, valid, account(context));
      Forms.goTo(context, search.page());
      return;
    }
    NewSearch.Invalid invalid = (NewSearch.Invalid) wanted;
    if (invalid.key() == null) {
      // The desk's own forms cannot cause this failure.
      throw invalid.failure().exception();
    }
    Forms.unprocessable(context);
    show(context, search, Optional.empty(), typed, ReaderLanguage.of(context).of(invalid.key()));
  }

  /** Removes a channel, and redirects to the page. */
  public void remove(Context context) {
    ChannelActions.Found at = actions.find(context);
    actions.remove(at, account(context));
    Forms.goTo(context, at.search().page());
  }

  /** Switches a channel off, and redirects to the page. */
  public void off(Context context) {
    turn(context, true);
  }

  /** Switches a channel on, and redirects to the page. */
  public void on(Context context) {
    turn(context, false);
  }

  private void turn(Context context, boolean off) {
    ChannelActions.Found at = actions.find(context);
    actions.turn(at, off, account(context));
    Forms.goTo(context, at.search().page());
  }

  private static Account account(Context context) {
    return Caller.of(context).account().orElseThrow();
  }
}
