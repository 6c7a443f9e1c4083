package io.keeling.desk.profiles;

import io.keeling.desk.articles.FacetCount;
import io.keeling.desk.articles.FacetCounts;
import io.keeling.desk.profiles.Rising.Riser;
import io.keeling.search.SearchIndex;
import io.keeling.search.query.Facet;
import io.keeling.search.query.Filters;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Finds subjects with more articles in a week than in the weeks before. Threads may share it. */
public final class RisingStore {

  /** Facets whose values can rise, in the page's order. */
  public static final List<Facet> FACETS = List.of(Facet.NAME, Facet.TOPIC, Facet.COUNTRY);

  /** How many of a week's most frequent values are examined. */
  private static final int MOST_LOOKED_AT = 250;

  /**
   * Maximum number of values of a facet that are listed, highest score first: a table that fits a
   * screen.
   */
  private static final int MOST = 15;

  private static final int DAYS = 7;

  private final SearchIndex index;
  private final FacetCounts facets;
  private final Clock clock;

  public RisingStore(SearchIndex index, FacetCounts facets, Clock clock) {
    this.index = index;
    this.facets = facets;
    this.clock = clock;
  }

  /**
   * Compares the seven days before the end of the filters (or before now, if they have no end) with
   * the eight weeks before those days. The start of the filters is ignored. Articles without a
   * publication date are left out, since they may be older.
   */
  public Rising of(Filters filters) {
    LocalDate last = last(filters);
    LocalDate first = last.minusDays(DAYS - 1L);
    Filters dated = filters.dated(true);
    Filters week = dated.within(start(first), start(last.plusDays(1)));
    Filters past = dated.within(start(first.minusWeeks(Rising.WEEKS)), start(first));
    int weekAll = sum(week);
    int pastAll = sum(past);
    Map<Facet, List<FacetCount>> found = facets.together(week, MOST_LOOKED_AT);
    Map<Facet, List<Riser>> risers = new EnumMap<>(Facet.class);
    for (Facet facet : FACETS) {
      // Without earlier articles there is nothing to compare with, so nothing rises.
      risers.put(
          facet,
          pastAll == 0
              ? List.of()
              : risers(facet, found.getOrDefault(facet, List.of()), week, past, weekAll, pastAll));
    }
    return new Rising(week, past, first, last, weekAll, pastAll, risers);
  }

  private List<Riser> risers(
      Facet facet, List<FacetCount> found, Filters week, Filters past, int weekAll, int pastAll) {
    List<String> values = found.stream().map(FacetCount::value).toList();
    Map<String, Integer> now = index.counts(week, facet, values);
    Map<String, Integer> before = index.counts(past, facet, values);
    List<Riser> risers = new ArrayList<>();
    for (FacetCount each : found) {
      int told = before.getOrDefault(each.value(), 0);
      Riser riser =
          new Riser(
              each.value(),
              each.label(),
              each.type(),
              now.getOrDefault(each.value(), 0),
              told,
              Rising.expected(told, pastAll, weekAll));
      if (riser.count() >= Rising.LEAST && riser.score() >= Rising.LEAST_SCORE) {
        risers.add(riser);
      }
    }
    risers.sort(Comparator.comparingDouble(Riser::score).reversed().thenComparing(Riser::value));
    return risers.stream().limit(MOST).toList();
  }

  private int sum(Filters filters) {
    return index.days(filters).values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * The last day of a range. The end is exclusive, so if it is midnight, the last day is the day
   * before.
   */
  private LocalDate last(Filters filters) {
    Instant end = filters.to() == null ? clock.instant() : filters.to().minusNanos(1);
    return end.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
