package io.keeling.reader.dates;

import io.keeling.contract.article.NewsDate;
import io.keeling.reader.metadata.Chosen;
import io.keeling.reader.metadata.PageEvidence;
import io.keeling.reader.outline.Block;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the dates of publication and of the last change among all that a page gives: the date
 * that independent witnesses agree on, else that of the origin most often right.
 */
public final class DateFinder {

  /** Offsets from UTC that local time may have. */
  private static final ZoneOffset WEST = ZoneOffset.ofHours(-10);

  private static final ZoneOffset EAST = ZoneOffset.ofHours(13);

  /** Factor for a time in UTC that confirms a neighbouring local day, not its own. */
  private static final double NEIGHBOUR = 0.95;

  /** Weight added to the day that readers see, if the page declares a change on that day. */
  private static final double REDATED = 20;

  /** Weight that the month in an address adds to days in it. */
  private static final double MONTH = 4;

  /** Score added to a moment, which is more precise than a day. */
  private static final double MOMENT = 0.3;

  private static final int HOURS = 24;
  private static final double LABELLED_CHANGE = 5;

  private DateFinder() {}

  /**
   * Finds when a page was published and last changed.
   *
   * @param headline the block of the headline, or null
   * @param text the blocks of the text
   * @param html the whole page, searched only where nothing else gives a date
   */
  public static PageDates find(
      PageEvidence evidence, @Nullable Block headline, List<Block> text, String html) {
    DateStyle usual = DateStyle.of(evidence);
    DateList published = new DateList(evidence, usual);
    DeclaredDates.published(evidence, published);
    DateList changes = new DateList(evidence, usual);
    DeclaredDates.modified(evidence, changes);
    DateStyle style = usual.shownBy(evidence.outline().blocks(), published, changes);
    DateList visible = new DateList(evidence, style);
    VisibleDates.collect(evidence, visible, headline, text);
    List<DateCandidate> seen = judged(visible.dates(), published.dates(), changes);
    for (DateCandidate date : visible.dates()) {
      if (date.role() == DateRole.CHANGE) {
        changes.addAll(List.of(date.weighing(LABELLED_CHANGE)));
      }
    }
    published.addAll(seen);
    if (published.dates().stream().noneMatch(d -> d.weight() >= VisibleDates.NEAR)) {
      published.addAll(changes.dates());
    }
    if (published.dates().stream().noneMatch(d -> d.weight() >= VisibleDates.LABELLED)) {
      VisibleDates.labelled(evidence, published, changes);
    }
    if (published.isEmpty()) {
      EmbeddedDates.collect(evidence, published, html);
    }
    if (published.isEmpty()) {
      VisibleDates.anywhere(evidence, published);
    }
    return PageDates.of(
        OutletDay.of(evidence, best(evidence, "publishedAt", published.dates()), published),
        best(evidence, "modifiedAt", changes.dates()));
  }

  /**
   * Weighs the visible dates again, now that the declared ones are known. The day of a change
   * counts as the day of publication only if readers see no other day and nothing marks it as a
   * change: the page was then republished.
   */
  private static List<DateCandidate> judged(
      List<DateCandidate> visible, List<DateCandidate> declared, DateList changes) {
    Map<Boolean, List<DateCandidate>> byAddress =
        declared.stream()
            .collect(Collectors.partitioningBy(d -> d.witness().equals(DeclaredDates.URL)));
    boolean shown =
        byAddress.getOrDefault(true, List.of()).stream()
                .anyMatch(d -> isConfirmed(d, byAddress.getOrDefault(false, List.of())))
            || visible.stream()
                .anyMatch(v -> v.role() != DateRole.CHANGE && isConfirmed(v, declared));
    List<DateCandidate> judged = new ArrayList<>(visible.size());
    for (DateCandidate date : visible) {
      boolean change =
          date.role() == DateRole.CHANGE
              || (changes.has(date.date().day()) && !isConfirmed(date, declared));
      if (!change) {
        judged.add(date);
      } else if (shown || date.role() == DateRole.CHANGE || date.weight() < VisibleDates.NEAR) {
        judged.add(date.changed(VisibleDates.OF_CHANGE));
      } else {
        judged.add(date.weighing(date.weight() + REDATED));
      }
    }
    return judged;
  }

  /** Whether a declared date is of the same day, here or in another zone. */
  private static boolean isConfirmed(DateCandidate date, List<DateCandidate> declared) {
    for (DateCandidate other : declared) {
      boolean sameMoment =
          date.date().time() == null
              || other.date().time() == null
              || date.isSameDay(other)
              || date.date().time().isEqual(other.date().time());
      if (sameMoment && days(other.date()).contains(date.date().day())) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Chosen<NewsDate> best(
      PageEvidence evidence, String field, List<DateCandidate> candidates) {
    YearMonth month = evidence.url() == null ? null : UrlDate.monthIn(evidence.url());
    Map<LocalDate, Map<String, Double>> witnesses = new HashMap<>();
    for (DateCandidate candidate : candidates) {
      LocalDate day = candidate.date().day();
      Map<String, Double> weights = witnesses.computeIfAbsent(day, d -> new HashMap<>());
      weights.merge(candidate.witness(), candidate.weight(), Math::max);
      if (month != null && YearMonth.from(day).equals(month)) {
        weights.put("url-month", MONTH);
      }
    }
    confirmNeighbours(candidates, witnesses);
    DateCandidate best = null;
    double bestScore = 0;
    for (DateCandidate candidate : candidates) {
      double agreement =
          witnesses.getOrDefault(candidate.date().day(), Map.of()).values().stream()
              .mapToDouble(w -> w)
              .sum();
      boolean moment = candidate.date().time() != null && candidate.role() != DateRole.CHANGE;
      double score = agreement + candidate.weight() / 100 + (moment ? MOMENT : 0);
      evidence.consider(field, candidate.date(), candidate.origin(), score);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    if (best == null) {
      return null;
    }
    return best.date().time() == null
        ? atItsMoment(best, candidates)
        : new Chosen<>(best.date(), best.origin());
  }

  /**
   * Returns a visible local day with its moment, which another date may give in UTC. The instant is
   * kept; the offset is the smallest in whole hours that puts the instant on that day.
   */
  private static Chosen<NewsDate> atItsMoment(DateCandidate seen, List<DateCandidate> candidates) {
    LocalDate day = seen.date().day();
    for (DateCandidate other : candidates) {
      OffsetDateTime time = other.date().time();
      if (time != null
          && other.role() != DateRole.CHANGE
          && !other.date().day().equals(day)
          && days(other.date()).contains(day)) {
        int hours = day.isAfter(other.date().day()) ? HOURS - time.getHour() : -time.getHour() - 1;
        return new Chosen<>(
            NewsDate.of(time.withOffsetSameInstant(ZoneOffset.ofHours(hours))),
            seen.origin() + ", moment of " + other.origin());
      }
    }
    return new Chosen<>(seen.date(), seen.origin());
  }

  /**
   * Lets a time in UTC confirm the other local day on which it may fall, if other dates give that
   * day.
   */
  private static void confirmNeighbours(
      List<DateCandidate> candidates, Map<LocalDate, Map<String, Double>> witnesses) {
    Set<LocalDate> published = new HashSet<>();
    for (DateCandidate candidate : candidates) {
      if (candidate.role() != DateRole.CHANGE) {
        published.add(candidate.date().day());
      }
    }
    for (DateCandidate candidate : candidates) {
      for (LocalDate day : days(candidate.date())) {
        if (published.contains(day) && !day.equals(candidate.date().day())) {
          witnesses
              .computeIfAbsent(day, d -> new HashMap<>())
              .merge(candidate.witness(), candidate.weight() * NEIGHBOUR, Math::max);
        }
      }
    }
  }

  /**
   * Returns the days that a date may mean: its own, and for a time in UTC also the local days on
   * which it may fall.
   */
  private static Set<LocalDate> days(NewsDate date) {
    OffsetDateTime time = date.time();
    if (time == null || !time.getOffset().equals(ZoneOffset.UTC)) {
      return Set.of(date.day());
    }
    Set<LocalDate> days = new HashSet<>();
    days.add(date.day());
    days.add(time.withOffsetSameInstant(WEST).toLocalDate());
    days.add(time.withOffsetSameInstant(EAST).toLocalDate());
    return days;
  }
}
