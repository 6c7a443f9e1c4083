package io.keeling.desk.label;

import io.keeling.desk.messages.Messages;
import io.keeling.search.Completion;
import io.keeling.search.language.FieldName;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Completes dates after {@code before:} or {@code after:}: named days such as today, and years,
 * months and days. Only dates that find articles are offered. Immutable; threads may share it.
 */
public final class DateOffers {

  private static final int YEAR_LENGTH = 4;
  private static final int MONTH_LENGTH = 7;

  /** Last year that queries accept. */
  private static final int LAST_YEAR = 9999;

  private final SortedMap<LocalDate, Integer> days;
  private final LocalDate today;
  private final Messages messages;
  private final Dates dates;

  /**
   * @param days the number of articles by day
   * @param today the current day (UTC)
   */
  public DateOffers(SortedMap<LocalDate, Integer> days, LocalDate today, Messages messages) {
    this.days = days;
    this.today = today;
    this.messages = messages;
    this.dates = new Dates(messages);
  }

  /** A suggested date. */
  private record Offer(String value, String label, LocalDate start) {}

  /**
   * Completes a text to dates with articles before or after them; named days come first.
   *
   * @param field before or after
   */
  public List<Completion> of(FieldName field, String typed, int most) {
    String beginning = typed.strip().toLowerCase(messages.locale());
    Map<String, Completion> found = new LinkedHashMap<>();
    for (Offer offer : offers(beginning)) {
      int count = count(field, offer.start());
      if (count > 0 && begins(offer, beginning)) {
        found.putIfAbsent(
            offer.value(), new Completion(field, offer.value(), offer.label(), null, count));
      }
    }
    return found.values().stream().limit(most).toList();
  }

  private boolean begins(Offer offer, String beginning) {
    return offer.value().startsWith(beginning)
        || offer.label().toLowerCase(messages.locale()).startsWith(beginning);
  }

  private int count(FieldName field, LocalDate start) {
    return (field == FieldName.BEFORE ? days.headMap(start) : days.tailMap(start))
        .values().stream().mapToInt(Integer::intValue).sum();
  }

  private List<Offer> offers(String beginning) {
    List<Offer> offers = new ArrayList<>();
    offers.add(day("today", today));
    offers.add(day("yesterday", today.minusDays(1)));
    offers.add(day("week-ago", today.minusWeeks(1)));
    offers.add(day("month-ago", today.minusMonths(1)));
    offers.add(day("year-ago", today.minusYears(1)));
    spans(
        offers,
        day -> Year.from(day).atDay(1),
        day -> new Offer(day.toString().substring(0, YEAR_LENGTH), year(day), day));
    if (beginning.length() >= YEAR_LENGTH) {
      spans(
          offers,
          day -> day.withDayOfMonth(1),
          day -> new Offer(day.toString().substring(0, MONTH_LENGTH), dates.month(day), day));
    }
    if (beginning.length() >= MONTH_LENGTH) {
      spans(offers, day -> day, day -> new Offer(day.toString(), dates.day(day), day));
    }
    return offers;
  }

  private static String year(LocalDate day) {
    return Integer.toString(day.getYear());
  }

  private Offer day(String name, LocalDate day) {
    String label = messages.of("completion.day", "name", named(name), "day", dates.day(day));
    return new Offer(day.toString(), label, day);
  }

  private String named(String name) {
    return messages.of("completion." + name, Map.of());
  }

  /** Adds spans of time that have articles, latest first. */
  private void spans(
      List<Offer> offers, UnaryOperator<LocalDate> start, Function<LocalDate, Offer> offer) {
    days.keySet().stream()
        .filter(day -> day.getYear() > 0 && day.getYear() <= LAST_YEAR)
        .map(start)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .map(offer)
        .forEach(offers::add);
  }
}
