package io.keeling.desk.profiles;

import io.keeling.contract.enriched.Name;
import io.keeling.desk.articles.FacetCount;
import io.keeling.desk.articles.FacetCounts;
import io.keeling.desk.articles.store.ArticleListing;
import io.keeling.desk.articles.store.ArticleStore;
import io.keeling.desk.articles.store.ListedArticle;
import io.keeling.desk.label.ClimateNews;
import io.keeling.desk.label.TopicLabels;
import io.keeling.search.query.ArticleQuery;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import io.keeling.search.query.Sort;
import io.keeling.search.query.Stories;
import io.keeling.search.query.Subject;
import io.keeling.search.query.Subject.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is known about a topic, name, country or outlet. Threads may share it. */
public final class ProfileStore {

  /**
   * Maximum number of latest articles shown, and of stories with the most tellings. The list of
   * articles shows all.
   */
  private static final int FEW = 6;

  /** Maximum number of values of a facet that are counted together with a subject. */
  private static final int MOST_TOGETHER = 12;

  /** Facets that are counted together with a subject, in the page's order. */
  public static final List<Facet> TOGETHER =
      List.of(Facet.NAME, Facet.TOPIC, Facet.COUNTRY, Facet.SOURCE);

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final ArticleStore articles;
  private final FacetCounts facets;
  private final AttentionStore attention;
  private final TopicLabels topics;

  /**
   * @param topics the taxonomy's topics, which have a page even without articles
   */
  public ProfileStore(
      ArticleStore articles, FacetCounts facets, AttentionStore attention, TopicLabels topics) {
    this.articles = articles;
    this.facets = facets;
    this.attention = attention;
    this.topics = topics;
  }

  /**
   * The profile of a subject; empty if no article has it and it is neither a topic nor a country.
   *
   * @param among filters for the articles
   */
  public Optional<Profile> find(Subject subject, Filters among) {
    Filters filters = subject.in(among);
    ArticleListing latest =
        articles.list(new ArticleQuery(filters, Sort.NEWEST, FEW, null, Stories.ONCE));
    if (latest.articles() == 0 && !isKnown(subject) && !isTagged(subject)) {
      return Optional.empty();
    }
    Optional<Name> name = name(subject, latest.items());
    return Optional.of(
        new Profile(
            subject,
            filters,
            called(subject, name, latest.items()),
            name.filter(n -> subject.kind() == Kind.NAME)
                .map(n -> n.type().name().toLowerCase(Locale.ROOT))
                .orElse(null),
            name.map(Name::wikidata).filter(ProfileStore::isWikidata).orElse(null),
            latest.articles(),
            attention.of(subject.kind() == Kind.OUTLET ? ClimateNews.in(filters) : filters, null),
            together(subject, filters),
            latest.items(),
            articles.mostTold(filters, FEW)));
  }

  private boolean isKnown(Subject subject) {
    return switch (subject.kind()) {
      case TOPIC -> topics.topics().containsKey(subject.value());
      case COUNTRY -> COUNTRIES.contains(subject.value());
      case NAME, OUTLET -> false;
    };
  }

  /** Whether any article has the subject, regardless of the filters. */
  private boolean isTagged(Subject subject) {
    Filters all = subject.in(Filters.NONE);
    return articles.list(new ArticleQuery(all, Sort.NEWEST, 1, null)).articles() > 0;
  }

  private Map<Facet, List<FacetCount>> together(Subject subject, Filters filters) {
    Map<Facet, List<FacetCount>> all = facets.together(filters, MOST_TOGETHER + 1);
    Map<Facet, List<FacetCount>> together = new EnumMap<>(Facet.class);
    for (Facet facet : TOGETHER) {
      if (facet != Facet.SOURCE || subject.kind() != Kind.OUTLET) {
        together.put(
            facet,
            all.getOrDefault(facet, List.of()).stream()
                .filter(count -> !isItself(subject, facet, count.value()))
                .limit(MOST_TOGETHER)
                .toList());
      }
    }
    return together;
  }

  private boolean isItself(Subject subject, Facet facet, String value) {
    return subject.kind().facet() == facet
        && (subject.value().equalsIgnoreCase(value)
            || (facet == Facet.NAME && articles.meant(subject.value()).equalsIgnoreCase(value)));
  }

  /** A subject's name tag in the articles, preferably in the usual form and with a Wikidata id. */
  private static Optional<Name> name(Subject subject, List<ListedArticle> found) {
    String wanted = written(subject);
    List<Name> names =
        found.stream()
            .flatMap(listed -> listed.article().names().stream())
            .filter(
                name ->
                    wanted.equalsIgnoreCase(name.canonical())
                        || wanted.equalsIgnoreCase(name.text()))
            .filter(name -> subject.kind() == Kind.NAME || subject.value().equals(name.country()))
            .toList();
    List<Name> called = names.stream().filter(n -> wanted.equalsIgnoreCase(n.canonical())).toList();
    List<Name> best = called.isEmpty() ? names : called;
    return best.stream()
        .filter(n -> n.wikidata() != null)
        .findFirst()
        .or(() -> best.stream().findFirst());
  }

  /** A name or country as articles write it; empty for other subjects. */
  private static String written(Subject subject) {
    return switch (subject.kind()) {
      case NAME -> subject.value();
      case COUNTRY ->
          new Locale.Builder().setRegion(subject.value()).build().getDisplayCountry(Locale.ENGLISH);
      case TOPIC, OUTLET -> "";
    };
  }

  private static @Nullable String called(
      Subject subject, Optional<Name> name, List<ListedArticle> found) {
    return switch (subject.kind()) {
      case NAME -> name.map(Name::canonical).orElse(subject.value());
      case OUTLET ->
          found.isEmpty() ? subject.value() : found.get(0).article().article().source().name();
      case TOPIC, COUNTRY -> null;
    };
  }

  private static boolean isWikidata(String id) {
    return id.matches("Q[1-9]\\d{0,11}");
  }
}
