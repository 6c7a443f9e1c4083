package io.keeling.desk.running;

import static io.keeling.search.testing.ArticleMaker.article;

import io.keeling.contract.enriched.ClimateGrade;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.NameType;
import io.keeling.newsroom.Newsroom;
import io.keeling.newsroom.NewsroomConfig;
import io.keeling.newsroom.Outlet;
import io.keeling.newsroom.expect.ExpectedVersion;
import io.keeling.newsroom.expect.Stored;
import io.keeling.search.testing.ArticleMaker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The articles of the fictional press as they come out of the pipeline, but for names and
 * countries, which are the few that are listed here.
 */
public final class NewsroomArticles {

  /** A name that articles are searched for. */
  private record Named(String name, NameType type, String country) {}

  private static final List<Named> NAMES =
      List.of(
          new Named("Vanuatu", NameType.LOCATION, "VU"),
          new Named("Portugal", NameType.LOCATION, "PT"),
          new Named("Pakistan", NameType.LOCATION, "PK"),
          new Named("Jacobabad", NameType.LOCATION, "PK"),
          new Named("India", NameType.LOCATION, "IN"),
          new Named("Bangladesh", NameType.LOCATION, "BD"),
          new Named("Kenya", NameType.LOCATION, "KE"),
          new Named("Netherlands", NameType.LOCATION, "NL"),
          new Named("Slovenia", NameType.LOCATION, "SI"),
          new Named("Ireland", NameType.LOCATION, "IE"),
          new Named("Estonia", NameType.LOCATION, "EE"),
          new Named("Deutschland", NameType.LOCATION, "DE"),
          new Named("Elbe", NameType.LOCATION, "DE"),
          new Named("Harz", NameType.LOCATION, "DE"),
          new Named("European Commission", NameType.ORGANIZATION, ""),
          new Named("Castellan", NameType.ORGANIZATION, ""),
          new Named("Fergal Mulhare", NameType.PERSON, ""),
          new Named("Ulrike Sänger", NameType.PERSON, ""));

  private NewsroomArticles() {}

  /** All of them, in the last edition of each; reprints are tellings of one story. */
  public static List<EnrichedArticle> all() throws IOException {
    try (Newsroom newsroom = Newsroom.start(NewsroomConfig.defaults())) {
      Map<String, Outlet> outlets = new HashMap<>();
      newsroom.outlets().forEach(outlet -> outlets.put(outlet.id(), outlet));
      List<Stored> stored =
          newsroom.expectations().stream()
              .filter(Stored.class::isInstance)
              .map(Stored.class::cast)
              .toList();
      Map<String, List<String>> tellings = new HashMap<>();
      stored.forEach(
          each ->
              tellings.computeIfAbsent(original(each), id -> new ArrayList<>()).add(each.url()));
      return stored.stream()
          .map(each -> enriched(each, outlets.get(each.outletId()), tellings.get(original(each))))
          .toList();
    }
  }

  private static String original(Stored stored) {
    return stored.copyOf() == null ? stored.articleId() : stored.copyOf();
  }

  private static EnrichedArticle enriched(Stored stored, Outlet outlet, List<String> tellings) {
    ExpectedVersion version = stored.versions().get(stored.versions().size() - 1);
    String text = String.join("\n\n", version.paragraphs());
    ArticleMaker maker =
        article(stored.articleId(), version.title(), text)
            .from(outlet.id(), outlet.name())
            .in(stored.language())
            .published(stored.published().toString())
            .climate(ClimateGrade.valueOf(stored.climate().toUpperCase(Locale.ROOT)))
            .by(stored.authors().toArray(String[]::new));
    if (stored.subtitle() != null) {
      maker.subtitle(stored.subtitle());
    }
    if (!stored.free()) {
      maker.paid();
    }
    if (version.modified() != null) {
      maker.revision(2).modified(version.modified().toString());
    }
    if (tellings.size() > 1) {
      maker.story(Integer.toHexString(original(stored).hashCode()), tellings.size());
    }
    for (int i = 0; i < stored.topics().size(); i++) {
      if (i == 0) {
        maker.topic(stored.topics().get(i), 0.9);
      } else {
        maker.mention(stored.topics().get(i));
      }
    }
    List<Named> names = NAMES.stream().filter(named -> text.contains(named.name())).toList();
    names.forEach(named -> maker.name(named.name(), named.type()));
    names.stream()
        .map(Named::country)
        .filter(code -> !code.isEmpty())
        .distinct()
        .forEach(code -> maker.country(code, 0.5));
    return maker.make();
  }
}
