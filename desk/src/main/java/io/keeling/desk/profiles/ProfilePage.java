package io.keeling.desk.profiles;

import io.javalin.http.Context;
import io.keeling.desk.articles.Addresses;
import io.keeling.desk.articles.FacetCount;
import io.keeling.desk.label.Heading;
import io.keeling.desk.label.Labels;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.page.Link;
import io.keeling.desk.page.Pages;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.QueryHandler.QueryAction;
import io.keeling.desk.web.ReaderLanguage;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import io.keeling.search.query.QueryString;
import io.keeling.search.query.Subject;
import io.keeling.search.query.Subject.Kind;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /topics/{id}}, {@code /names/{id}}, {@code /countries/{id}} and {@code /outlets/{id}}:
 * the profile of a subject, its articles over time and what is mentioned with it. Threads may share
 * it.
 *
 * <p>Filters in the query narrow the articles. Without filters, the page covers all articles and
 * not just climate news, since it shows the share of climate news.
 */
public final class ProfilePage implements QueryAction {

  private final Kind kind;
  private final ProfileStore profiles;
  private final Labels labels;
  private final Pages pages;
  private final Addresses addresses;

  public ProfilePage(
      Kind kind, ProfileStore profiles, Labels labels, Pages pages, Addresses addresses) {
    this.kind = kind;
    this.profiles = profiles;
    this.labels = labels;
    this.pages = pages;
    this.addresses = addresses;
  }

  @Override
  public void answer(Context context, ArticleQuery asked) {
    Filters among = asked.filters().with(kind.facet(), List.of());
    Profile profile =
        Subject.read(kind, context.pathParam("id"))
            .flatMap(subject -> profiles.find(subject, among))
            .orElseThrow(Failure.of(404, "profile-unknown")::exception);
    Messages messages = ReaderLanguage.of(context);
    pages.send(
        context, "profile.jte", new Maker(profile, labels.in(messages)).view(context, among));
  }

  private final class Maker {

    private final Profile profile;
    private final Labels spoken;
    private final Messages messages;

    Maker(Profile profile, Labels spoken) {
      this.profile = profile;
      this.spoken = spoken;
      this.messages = spoken.messages();
    }

    ProfileView view(Context context, Filters among) {
      String query = QueryString.of(profile.filters());
      String title = title();
      return new ProfileView(
          pages.frame(context, messages),
          kicker(),
          title,
          usual(),
          profile.wikidataAddress(),
          new Link(
              messages.of("profile.list", "count", profile.articles()),
              addresses.list(profile.filters()),
              false),
          narrowed(among),
          ways(query),
          messages.of(kind == Kind.OUTLET ? "profile.what-outlet" : "profile.what"),
          AttentionView.of(profile.attention(), addresses, messages, LocalDate.now(ZoneOffset.UTC)),
          together(query.length() <= AttentionView.LONGEST_QUERY),
          "/api/mentions.csv" + query,
          Headline.of(profile.latest(), messages),
          Headline.of(profile.told(), messages),
          "/api/profiles" + address() + QueryString.of(among));
    }

    private String address() {
      return Objects.requireNonNullElse(profile.subject().address(), "");
    }

    private String title() {
      String called = profile.called();
      return called != null && isUsual(called)
          ? called
          : spoken.of(kind.facet(), profile.subject().value());
    }

    /** Whether a name is the subject's usual one. Names have variants, outlets do not. */
    private boolean isUsual(String called) {
      return kind == Kind.OUTLET || called.equalsIgnoreCase(profile.subject().value());
    }

    private @Nullable Link usual() {
      String called = profile.called();
      if (called == null || isUsual(called)) {
        return null;
      }
      String page = Subject.address(Facet.NAME, called);
      return page == null ? null : new Link(called, page, false);
    }

    private String kicker() {
      String value = profile.subject().value();
      return switch (kind) {
        case TOPIC -> {
          String group = spoken.topics().group(value);
          yield group.isEmpty()
              ? messages.of("profile.topic")
              : messages.of("profile.topic-of", "group", group);
        }
        case NAME ->
            profile.type() == null
                ? messages.of("profile.name")
                : messages.of("why." + profile.type());
        case COUNTRY -> messages.of("profile.country", "code", value);
        case OUTLET -> messages.of("profile.outlet", "domain", value);
      };
    }

    private @Nullable Link narrowed(Filters among) {
      return among.isEmpty()
          ? null
          : new Link(new Heading(spoken, Map.of()).of(among), address(), false);
    }

    private List<Link> ways(String query) {
      List<Link> ways = new ArrayList<>();
      ways.add(new Link(messages.of("list.take-atom"), "/feed.atom" + query, false));
      if (kind == Kind.OUTLET) {
        ways.add(new Link(messages.of("outlets.title"), "/outlets" + query, false));
      }
      if (kind != Kind.COUNTRY) {
        ways.add(new Link(messages.of("map.title"), "/map" + query, false));
      }
      return ways;
    }

    private List<ProfileView.Together> together(boolean linked) {
      List<ProfileView.Together> together = new ArrayList<>();
      for (Facet facet : ProfileStore.TOGETHER) {
        List<FacetCount> counts = profile.together().getOrDefault(facet, List.of());
        if (!counts.isEmpty()) {
          together.add(
              new ProfileView.Together(
                  "with-" + facet.parameter(),
                  messages.of("facet." + facet.parameter()),
                  counts.stream().map(count -> row(facet, count, linked)).toList()));
        }
      }
      return together;
    }

    private ProfileView.Row row(Facet facet, FacetCount count, boolean linked) {
      boolean named = facet == Facet.NAME || facet == Facet.SOURCE;
      return new ProfileView.Row(
          named ? count.label() : spoken.of(facet, count.value()),
          Subject.address(facet, count.value()),
          count.type() == null ? "" : messages.of("name." + count.type()),
          count.count(),
          count.estimated() != null,
          linked ? both(facet, count.value()) : null,
          messages.of("share", "share", part(count.count())));
    }

    private double part(int count) {
      return profile.articles() == 0 ? 0 : (double) count / profile.articles();
    }

    /**
     * A search for the articles with both values. Two filters of the same facet find articles with
     * either value, so one of the values becomes a search word.
     */
    private String both(Facet facet, String value) {
      Filters filters = profile.filters();
      if (facet == kind.facet()) {
        String words =
            filters.words() + " " + facet.parameter() + ":\"" + value.replace('"', ' ') + '"';
        return addresses.list(filters.withWords(words.strip()));
      }
      return addresses.list(profile.filters().with(facet, List.of(value)));
    }
  }
}
