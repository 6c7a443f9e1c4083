package io.keeling.feeds.saved;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.keeling.feeds.access.Account;
import io.keeling.feeds.access.Caller;
import io.keeling.feeds.access.page.Forms;
import io.keeling.feeds.label.Dates;
import io.keeling.feeds.label.Heading;
import io.keeling.feeds.label.Labels;
import io.keeling.feeds.messages.Languages;
import io.keeling.feeds.messages.Messages;
import io.keeling.feeds.page.Frame;
import io.keeling.feeds.page.Frames;
import io.keeling.feeds.page.Link;
import io.keeling.feeds.page.Templates;
import io.keeling.feeds.query.Filters;
import io.keeling.feeds.query.ParsedQuery;
import io.keeling.feeds.query.QueryParser;
import io.keeling.feeds.query.QueryString;
import io.keeling.feeds.web.Answers;
import io.keeling.feeds.web.Failure;
import io.keeling.feeds.web.ReaderLanguage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /searches}: saved searches, for people. Threads may share it. */
public final class SearchPages {

  /**
   * All of them, as their template shows them.
   *
   * @param rows those of this page, by name
   * @param next the next page, none on the last
   * @param form what is to be saved, none where nothing is, or may be
   * @param locked whether whoever looks may change nothing
   */
  public record ListingView(
      Frame frame, List<Row> rows, @Nullable String next, @Nullable Form form, boolean locked) {}

  /** One in the list: its page, and what it finds in words. */
  public record Row(Link link, String heading) {}

  /**
   * A query that is about to be saved.
   *
   * @param heading what it finds, in words
   * @param query as it is sent
   * @param csrf what a form must carry
   * @param channels the ways to be told, by their values
   * @param rhythms how often, by their values
   * @param languages what is spoken, that of the reader first
   */
  public record Form(
      String heading,
      String query,
      String csrf,
      List<Choice> channels,
      List<Choice> rhythms,
      List<Choice> languages) {}

  /** Something to choose, and what it is called. */
  public record Choice(String value, String label) {}

  /**
   * One of them, as its template shows it.
   *
   * @param heading what it finds, in words
   * @param created when it was saved, in words
   * @param told who is told and when, in words; empty where nobody is
   * @param secret what messages are signed with, for who may change things; none where they are not
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
      String told,
      @Nullable String secret,
      List<Delivery> deliveries,
      @Nullable String csrf) {}

  /**
   * A message.
   *
   * @param when it was made, in words
   * @param result what came of it, in words
   * @param problems why attempts failed, by whoever was asked
   */
  public record Delivery(String when, String result, List<String> problems) {}

  private final SavedSearches searches;
  private final DeliveryRecords deliveries;
  private final QueryParser parser;
  private final Labels labels;
  private final Templates templates;
  private final Frames frames;
  private final Answers answers;

  /**
   * @param parser reads the queries of pages
   */
  public SearchPages(
      SavedSearches searches,
      QueryParser parser,
      Labels labels,
      Templates templates,
      Frames frames,
      Answers answers) {
    this.searches = searches;
    this.deliveries = searches.deliveries();
    this.parser = parser;
    this.labels = labels;
    this.templates = templates;
    this.frames = frames;
    this.answers = answers;
  }

  /** Shows all of them, and a form for the query of the address. */
  public void list(Context context) {
    Messages messages = ReaderLanguage.of(context);
    boolean locked = Forms.tokenOfEditor(context) == null;
    String after = context.queryParam("after");
    List<SavedSearch> found = searches.list(after == null ? "" : after);
    boolean more = found.size() > SavedSearches.MOST_LISTED;
    List<SavedSearch> shown = more ? found.subList(0, SavedSearches.MOST_LISTED) : found;
    templates.sendOnce(
        context,
        "searches.jte",
        new ListingView(
            frames.of(context, messages),
            shown.stream()
                .map(
                    search ->
                        new Row(
                            new Link(search.name(), search.page(), false),
                            heading(search.query(), messages)))
                .toList(),
            more ? next(shown.get(shown.size() - 1).name()) : null,
            locked ? null : form(context, messages).orElse(null),
            locked));
  }

  private static String next(String name) {
    return "/searches?after=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  private Optional<Form> form(Context context, Messages messages) {
    Map<String, List<String>> asked = context.queryParamMap();
    return !asked.isEmpty()
            && !asked.containsKey("after")
            && parser.parse(asked) instanceof ParsedQuery.Valid valid
        ? Optional.of(
            new Form(
                heading(valid.query().filters(), messages),
                QueryString.of(valid.query().filters()),
                Caller.of(context).formToken(),
                Arrays.stream(Channel.values())
                    .map(Channel::value)
                    .map(value -> new Choice(value, messages.of("channel." + value)))
                    .toList(),
                Arrays.stream(Rhythm.values())
                    .map(Rhythm::value)
                    .map(value -> new Choice(value, messages.of("rhythm." + value)))
                    .toList(),
                languages(messages)))
        : Optional.empty();
  }

  private static List<Choice> languages(Messages first) {
    return Languages.all().stream()
        .sorted(Comparator.comparing(each -> !each.code().equals(first.code())))
        .map(each -> new Choice(each.code(), each.of("language")))
        .toList();
  }

  private String heading(String query, Messages messages) {
    return parser.parse(QueryText.parameters(query)) instanceof ParsedQuery.Valid valid
        ? heading(valid.query().filters(), messages)
        : query;
  }

  private String heading(Filters filters, Messages messages) {
    return new Heading(labels.in(messages), Map.of()).of(filters);
  }

  /** Shows one. */
  public void one(Context context) {
    Optional<SavedSearch> found = searches.find(context.pathParam("id"));
    if (found.isEmpty()) {
      answers.fail(context, SearchAnswers.UNKNOWN);
      return;
    }
    SavedSearch search = found.get();
    Messages messages = ReaderLanguage.of(context);
    String csrf = Forms.tokenOfEditor(context);
    templates.sendOnce(
        context,
        "savedsearch.jte",
        new View(
            frames.of(context, messages),
            search.name(),
            heading(search.query(), messages),
            new Dates(messages).moment(search.createdAt()),
            search.articles(),
            search.page(),
            told(search.alert(), messages),
            csrf == null ? null : searches.secret(search.id()).orElse(null),
            deliveries.of(search.id()).stream().map(d -> delivery(d, messages)).toList(),
            csrf));
  }

  private static String told(Alert alert, Messages messages) {
    return alert.channel() == Channel.NONE
        ? ""
        : messages.of(
            "searches.told",
            "channel",
            messages.of("channel." + alert.channel().value()),
            "target",
            alert.shownTarget(),
            "rhythm",
            messages.of("rhythm." + alert.rhythm().value()));
  }

  private static Delivery delivery(DeliveryRecords.Delivery delivery, Messages messages) {
    return new Delivery(
        new Dates(messages).moment(delivery.createdAt()),
        messages.of(
            "searches.delivery",
            "count",
            delivery.articles(),
            "state",
            messages.of("delivery." + delivery.state())),
        delivery.attempts().stream()
            .map(DeliveryRecords.Attempt::problem)
            .filter(problem -> !problem.isEmpty())
            .toList());
  }

  /** Saves what a form has, and leads to its page. */
  public void save(Context context) {
    NewSearch wanted =
        NewSearch.read(
            Objects.requireNonNullElse(context.formParam("name"), ""),
            Objects.requireNonNullElse(context.formParam("query"), ""),
            new NewSearch.AlertText(
                Objects.requireNonNullElse(context.formParam("channel"), ""),
                Objects.requireNonNullElse(context.formParam("target"), ""),
                Objects.requireNonNullElse(context.formParam("rhythm"), ""),
                context.formParam("corrections") != null,
                Objects.requireNonNullElse(context.formParam("language"), "")),
            parser);
    if (wanted instanceof NewSearch.Invalid invalid) {
      answers.fail(context, named(invalid.failure()));
      return;
    }
    SavedSearches.Outcome outcome = searches.save((NewSearch.Valid) wanted, account(context));
    if (outcome instanceof SavedSearches.Outcome.Saved saved) {
      context.redirect(saved.search().page(), HttpStatus.SEE_OTHER);
    } else {
      answers.fail(context, SearchAnswers.of(outcome));
    }
  }

  /** What people are told of their input in their language; of the rest as programs are. */
  private static Failure named(Failure failure) {
    return "name".equals(failure.parameter()) || "target".equals(failure.parameter())
        ? Failure.of(400, "search-" + failure.parameter())
        : failure;
  }

  private static Account account(Context context) {
    return Caller.of(context).account().orElseThrow();
  }

  /** Deletes one, and leads to the others. */
  public void delete(Context context) {
    if (searches.delete(context.pathParam("id"), account(context))) {
      context.redirect("/searches", HttpStatus.SEE_OTHER);
    } else {
      answers.fail(context, SearchAnswers.UNKNOWN);
    }
  }
}
