package io.keeling.desk.saved;

import io.javalin.http.Context;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Caller;
import io.keeling.desk.access.page.Forms;
import io.keeling.desk.label.Dates;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Frames;
import io.keeling.desk.page.Templates;
import io.keeling.desk.web.Answers;
import io.keeling.desk.web.ReaderLanguage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /searches/{id}}: a saved search and its channels, for people. Threads may share it. */
public final class SearchPage {

  /**
   * A search, as its template shows it.
   *
   * @param heading what it finds, in words
   * @param created when it was saved, in words
   * @param channels who is told
   * @param deliveries the newest messages
   * @param csrf what a form must carry, none where whoever looks may change nothing
   */
  public record View(
      Frame frame,
      String name,
      String heading,
      String created,
      String articles,
      String page,
      List<ChannelView> channels,
      List<Delivery> deliveries,
      @Nullable String csrf) {}

  /**
   * Who is told by one channel.
   *
   * @param told the way, the host and when, in words
   * @param address the whole target, for who saved the search; none for others
   * @param secret what messages are signed with, likewise; none where they are not
   * @param off that it is switched off and why, in words; none where it is on
   * @param test what came of a test just now; none where there was none
   */
  public record ChannelView(
      int place,
      String told,
      @Nullable String address,
      @Nullable String secret,
      @Nullable String off,
      @Nullable TestView test) {}

  /**
   * What came of a test.
   *
   * @param text in words
   * @param problem why it was not taken, in English; none where it was
   */
  public record TestView(String text, @Nullable String problem) {}

  /**
   * A message.
   *
   * @param when it was made, in words
   * @param result by which channel, and what came of it, in words
   * @param problems why attempts failed, by whoever was asked
   */
  public record Delivery(String when, String result, List<String> problems) {}

  private final SavedSearches searches;
  private final SearchPages pages;
  private final ChannelActions actions;
  private final Templates templates;
  private final Frames frames;
  private final Answers answers;

  /**
   * @param pages says what searches find
   */
  public SearchPage(
      SavedSearches searches,
      SearchPages pages,
      ChannelActions actions,
      Templates templates,
      Frames frames,
      Answers answers) {
    this.searches = searches;
    this.pages = pages;
    this.actions = actions;
    this.templates = templates;
    this.frames = frames;
    this.answers = answers;
  }

  /** Shows one. */
  public void show(Context context) {
    answers
        .orFail(context, searches.find(context.pathParam("id")), SearchAnswers.UNKNOWN)
        .ifPresent(search -> show(context, search, 0, null));
  }

  /**
   * @param tested the place of the channel that was tested, 0 where none was
   */
  private void show(Context context, SavedSearch search, int tested, @Nullable TestView test) {
    Messages messages = ReaderLanguage.of(context);
    String csrf = Forms.tokenOfEditor(context);
    boolean own = search.isOf(Caller.of(context).account());
    templates.sendOnce(
        context,
        "savedsearch.jte",
        new View(
            frames.of(context, messages),
            search.name(),
            pages.heading(search.query(), messages),
            new Dates(messages).moment(search.createdAt()),
            search.articles(),
            search.page(),
            search.channels().stream()
                .map(
                    channel ->
                        new ChannelView(
                            channel.place(),
                            told(channel.alert(), messages),
                            own ? channel.alert().target() : null,
                            own ? channel.secret() : null,
                            off(channel, messages),
                            channel.place() == tested ? test : null))
                .toList(),
            searches.deliveries().of(search.id()).stream()
                .map(delivery -> delivery(delivery, messages))
                .toList(),
            csrf));
  }

  private static String told(Alert alert, Messages messages) {
    return messages.of(
        "searches.told",
        "channel",
        messages.of("channel." + alert.channel().value()),
        "target",
        alert.shownTarget(),
        "rhythm",
        messages.of("rhythm." + alert.rhythm().value()));
  }

  private static @Nullable String off(SearchChannel channel, Messages messages) {
    return channel.offAt() == null
        ? null
        : messages.of("searches.off", "moment", new Dates(messages).moment(channel.offAt()));
  }

  private static Delivery delivery(DeliveryRecords.Delivery delivery, Messages messages) {
    return new Delivery(
        new Dates(messages).moment(delivery.createdAt()),
        result(delivery, messages),
        delivery.attempts().stream()
            .map(DeliveryRecords.Attempt::problem)
            .filter(problem -> !problem.isEmpty())
            .toList());
  }

  private static String result(DeliveryRecords.Delivery delivery, Messages messages) {
    String channel = messages.of("channel." + delivery.channel());
    String state = messages.of("delivery." + delivery.state());
    if (delivery.type().equals("off")) {
      return messages.of("searches.delivery-off", "channel", channel, "state", state);
    }
    if (delivery.gone()) { // its articles wait for the next message
      return messages.of("searches.delivery-gone", "channel", channel);
    }
    return messages.of(
        "searches.delivery", "channel", channel, "count", delivery.articles(), "state", state);
  }

  /** Sends a test by a channel, and shows what came of it. */
  public void test(Context context) {
    Optional<ChannelActions.Found> found =
        answers.orFail(context, actions.find(context), SearchAnswers.NO_CHANNEL);
    if (found.isEmpty()) {
      return;
    }
    ChannelActions.Found at = found.get();
    Messages messages = ReaderLanguage.of(context);
    TestView test = test(context, actions.test(at, account(context)), messages);
    SavedSearch now = searches.find(at.search().id()).orElse(at.search());
    show(context, now, at.channel().place(), test);
  }

  private static TestView test(Context context, ChannelTests.Outcome outcome, Messages messages) {
    if (outcome instanceof ChannelTests.Outcome.TooOften often) {
      context.status(SearchAnswers.TESTS_OFTEN.status());
      context.header("Retry-After", Long.toString(often.seconds()));
      return new TestView(SearchAnswers.TESTS_OFTEN.message(messages), null);
    }
    TestSender.Result result = ((ChannelTests.Outcome.Sent) outcome).result();
    if (result.taken()) {
      return new TestView(messages.of("searches.test-taken"), null);
    }
    return new TestView(
        messages.of(result.gone() ? "searches.test-gone" : "searches.test-failed"),
        result.problem());
  }

  /** Switches a channel on, and leads to the page. */
  public void on(Context context) {
    answers
        .orFail(context, actions.find(context), SearchAnswers.NO_CHANNEL)
        .ifPresent(
            at -> {
              actions.on(at, account(context));
              Forms.goTo(context, at.search().page());
            });
  }

  private static Account account(Context context) {
    return Caller.of(context).account().orElseThrow();
  }
}
