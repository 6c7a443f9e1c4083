package io.keeling.desk.saved;

import io.javalin.http.Context;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Caller;
import io.keeling.desk.label.Heading;
import io.keeling.desk.label.Labels;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.page.Forms;
import io.keeling.desk.page.Frame;
import io.keeling.desk.page.Link;
import io.keeling.desk.page.Pages;
import io.keeling.desk.page.Services;
import io.keeling.desk.web.FailureException;
import io.keeling.desk.web.NamePage;
import io.keeling.desk.web.ReaderLanguage;
import io.keeling.search.query.Filters;
import io.keeling.search.query.ParsedQuery;
import io.keeling.search.query.QueryParser;
import io.keeling.search.query.QueryString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /searches}: saved searches, for people. Threads may share it. */
public final class SearchPages {

  static final String PATH = "/searches";

  private static final int UNPROCESSABLE = 422;

  /**
   * The list of searches as its template shows it.
   *
   * @param next the next page, null on the last
   * @param form the form for a new search; null if it is not shown
   * @param locked whether the caller may change nothing
   */
  public record ListingView(
      Frame frame,
      List<Row> rows,
      @Nullable String next,
      @Nullable SearchForm form,
      boolean locked) {}

  /**
   * A search in the list.
   *
   * @param link a link to its page
   * @param heading what it finds, in words
   * @param off its channels that are switched off, in words
   */
  public record Row(Link link, String heading, List<String> off) {}

  private final SavedSearches searches;
  private final QueryParser parser;
  private final ChannelRules rules;
  private final Labels labels;
  private final Pages pages;

  SearchPages(Services services, SavedSearches searches, ChannelRules rules) {
    this.searches = searches;
    this.parser = services.queries().pages();
    this.rules = rules;
    this.labels = services.labels();
    this.pages = services.pages();
  }

  /** Lists searches, with a form for the query in the address. */
  public void list(Context context) {
    Messages messages = ReaderLanguage.of(context);
    String after = context.queryParam("after");
    boolean locked = Forms.tokenOfEditor(context) == null;
    show(
        context,
        messages,
        after == null ? "" : after,
        locked ? null : form(context, messages).orElse(null));
  }

  private void show(Context context, Messages messages, String after, @Nullable SearchForm form) {
    NamePage<SavedSearch> found = searches.list(after);
    pages.sendOnce(
        context,
        "searches.jte",
        new ListingView(
            pages.frame(context, messages),
            found.items().stream().map(search -> row(search, messages)).toList(),
            found.next() == null ? null : next(found.next()),
            form,
            Forms.tokenOfEditor(context) == null));
  }

  private Row row(SavedSearch search, Messages messages) {
    return new Row(
        new Link(search.name(), search.page(), false),
        heading(search.query(), messages),
        search.channels().stream()
            .filter(channel -> channel.offAt() != null)
            .map(channel -> off(channel, messages))
            .toList());
  }

  private static String off(SearchChannel channel, Messages messages) {
    return messages.of(
        "searches.off-short",
        "number",
        channel.place(),
        "channel",
        channel.alert().channel().label(messages),
        "target",
        channel.alert().shownTarget());
  }

  private static String next(String name) {
    return PATH + "?after=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  private Optional<SearchForm> form(Context context, Messages messages) {
    Map<String, List<String>> asked = context.queryParamMap();
    return !asked.isEmpty()
            && !asked.containsKey("after")
            && parser.parse(asked) instanceof ParsedQuery.Valid valid
        ? Optional.of(
            SearchForm.empty(
                context,
                heading(valid.query().filters(), messages),
                QueryString.of(valid.query().filters()),
                messages,
                rules))
        : Optional.empty();
  }

  String heading(String query, Messages messages) {
    return parser.parse(QueryText.parameters(query)) instanceof ParsedQuery.Valid valid
        ? heading(valid.query().filters(), messages)
        : query;
  }

  private String heading(Filters filters, Messages messages) {
    return new Heading(labels.in(messages), Map.of()).of(filters);
  }

  /** Saves a search and redirects to its page, or shows what is wrong. */
  public void save(Context context) {
    SearchForm.Typed typed = SearchForm.Typed.of(context);
    if (context.formParam(SearchForm.MORE) != null) {
      again(context, typed, null, true);
      return;
    }
    NewSearch wanted = NewSearch.read(typed.name(), typed.query(), typed.alert(), parser, rules);
    if (wanted instanceof NewSearch.Invalid invalid) {
      refuse(context, typed, invalid);
      return;
    }
    Account account = Caller.of(context).account().orElseThrow();
    try {
      Forms.goTo(context, searches.save((NewSearch.Valid) wanted, account).page());
    } catch (FailureException e) {
      if (!e.failure().equals(SavedSearches.NAME_TAKEN)) {
        throw e;
      }
      context.status(e.failure().status());
      again(
          context,
          typed,
          new NewSearch.Invalid(e.failure(), 0, "failure.search-named.message"),
          false);
    }
  }

  private void refuse(Context context, SearchForm.Typed typed, NewSearch.Invalid invalid) {
    if (invalid.key() == null) {
      // The desk's own forms cannot cause this failure.
      throw invalid.failure().exception();
    }
    context.status(UNPROCESSABLE);
    again(context, typed, invalid, false);
  }

  private void again(
      Context context, SearchForm.Typed typed, NewSearch.@Nullable Invalid invalid, boolean more) {
    Messages messages = ReaderLanguage.of(context);
    Forms.token(context);
    String query = typed.query();
    SearchForm form =
        SearchForm.filled(
            context,
            typed,
            query.length() > NewSearch.LONGEST_QUERY ? "" : heading(query, messages),
            messages,
            rules,
            invalid,
            more);
    show(context, messages, "", form);
  }

  /** Deletes a search, and redirects to the list. */
  public void delete(Context context) {
    Account account = Caller.of(context).account().orElseThrow();
    searches.delete(context.pathParam("id"), account);
    Forms.goTo(context, PATH);
  }
}
