package io.keeling.desk.page;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.keeling.contract.text.PlainText;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Caller;
import io.keeling.desk.access.Identity;
import io.keeling.desk.access.Role;
import io.keeling.desk.label.ClimateNews;
import io.keeling.desk.messages.Languages;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.page.Frame.Field;
import io.keeling.desk.page.Frame.Search;
import io.keeling.desk.web.ReaderLanguage;
import io.keeling.search.language.ExpressionParser;
import io.keeling.search.query.Filters;
import io.keeling.search.query.QueryString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes the frame of each page. Threads may share it. */
public final class Frames {

  private final Site site;
  private final Supplier<OptionalInt> catchingUp;
  private final Function<Account, List<Link>> switchedOff;

  /**
   * @param catchingUp how much of the index is built, in percent; empty if it is up to date
   * @param switchedOff finds an account's saved searches with a channel that was switched off
   */
  public Frames(
      Site site, Supplier<OptionalInt> catchingUp, Function<Account, List<Link>> switchedOff) {
    this.site = site;
    this.catchingUp = catchingUp;
    this.switchedOff = switchedOff;
  }

  /** The frame of a page with filters. Its search field keeps the filters. */
  public Frame of(Context context, Messages messages, Filters filters) {
    Identity who = Caller.of(context).identity();
    return frame(
        context,
        messages,
        new Search(filters.words(), fields(filters)),
        Optional.of(who),
        who.account() == null ? List.of() : switchedOff.apply(who.account()));
  }

  /**
   * @param identity empty if the caller could not be looked up: the page then links to the account
   *     page, which asks to sign in if needed
   */
  private Frame frame(
      Context context,
      Messages messages,
      Search search,
      Optional<Identity> identity,
      List<Link> off) {
    return new Frame(
        site,
        messages,
        languages(context, messages),
        search,
        catchingUp.get(),
        identity.isEmpty()
            ? messages.of("account.title")
            : identity.map(Identity::account).map(Account::name).orElse(null),
        identity.filter(who -> who.role().may(Role.OPERATOR)).isPresent(),
        off);
  }

  /** The frame of a page without filters. Its search field searches climate news. */
  public Frame of(Context context, Messages messages) {
    return of(context, messages, ClimateNews.ALL);
  }

  /**
   * The frame of an error page, whose search field keeps the words of the query.
   *
   * @param look whether the caller may be looked up
   */
  Frame asked(Context context, Messages messages, boolean look) {
    String words = context.queryParam("q");
    Caller caller = Caller.of(context);
    return frame(
        context,
        messages,
        new Search(
            words == null ? "" : PlainText.line(words, ExpressionParser.LONGEST),
            fields(ClimateNews.ALL)),
        look ? caller.known() : caller.looked(),
        List.of());
  }

  /** Hidden fields for all filters except the words, which have a visible field. */
  public static List<Field> fields(Filters filters) {
    List<Field> fields = new ArrayList<>();
    filters
        .values()
        .forEach(
            (facet, values) -> values.forEach(v -> fields.add(new Field(facet.parameter(), v))));
    if (filters.from() != null) {
      fields.add(new Field("from", QueryString.moment(filters.from(), false)));
    }
    if (filters.to() != null) {
      fields.add(new Field("to", QueryString.moment(filters.to(), true)));
    }
    return fields;
  }

  private static List<Frame.Language> languages(Context context, Messages current) {
    String here = here(context, ReaderLanguage.PARAMETER);
    return Languages.all().stream()
        .map(
            messages ->
                new Frame.Language(
                    messages.code(),
                    messages.of("language"),
                    here + ReaderLanguage.PARAMETER + "=" + messages.code(),
                    messages.equals(current)))
        .toList();
  }

  /** This page's address without a parameter, ready for appending a new value. */
  public static String here(Context context, String parameter) {
    String path = context.req().getRequestURI();
    boolean reads =
        context.method().equals(HandlerType.GET) || context.method().equals(HandlerType.HEAD);
    if (!reads || path.startsWith("//")) {
      return "/?";
    }
    StringBuilder address = new StringBuilder(path).append('?');
    context
        .queryParamMap()
        .forEach(
            (name, values) -> {
              if (!name.equals(parameter) && !name.equals(ReaderLanguage.PARAMETER)) {
                values.forEach(value -> add(address, name, value));
              }
            });
    return address.toString();
  }

  private static void add(StringBuilder address, String name, String value) {
    address
        .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
        .append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
        .append('&');
  }
}
