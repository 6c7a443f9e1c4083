package io.keeling.ingest.reader.metadata;

import io.keeling.contract.article.NewsDate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the dates that a page gives for one field, the impossible ones left out. */
final class DateList {

  /** News on the web; older dates are those the text speaks of. */
  private static final LocalDate EARLIEST = LocalDate.of(1995, 1, 1);

  private final LocalDate latest;
  private final boolean monthFirst;
  private final List<DateCandidate> dates = new ArrayList<>();

  DateList(Evidence evidence) {
    this.latest = LocalDate.ofInstant(evidence.fetchedAt(), ZoneOffset.UTC).plusDays(1);
    this.monthFirst = DateOrder.isMonthFirst(evidence);
  }

  /** Reads a value of metadata or markup. */
  void addText(@Nullable String text, String origin, String witness, double weight) {
    if (text != null && !text.isBlank()) {
      add(DateText.parse(text, monthFirst), origin, witness, weight);
    }
  }

  /** Reads a line for people. */
  boolean addLine(String line, String origin, String witness, double weight) {
    return add(DateText.written(line, monthFirst), origin, witness, weight);
  }

  boolean add(@Nullable NewsDate date, String origin, String witness, double weight) {
    if (date == null || date.day().isBefore(EARLIEST) || date.day().isAfter(latest)) {
      return false;
    }
    dates.add(new DateCandidate(date, origin, witness, weight));
    return true;
  }

  /** Adds other dates; those that are the day of a change and not of this list weigh less. */
  void addUnlessOnlyIn(DateList others, DateList changes, double weightOfChange) {
    List<DateCandidate> own = List.copyOf(dates);
    for (DateCandidate date : others.dates) {
      boolean change = changes.has(date.date()) && own.stream().noneMatch(d -> isSameDay(d, date));
      dates.add(change ? date.weighing(Math.min(weightOfChange, date.weight())) : date);
    }
  }

  private boolean has(NewsDate date) {
    return dates.stream().anyMatch(d -> d.date().day().equals(date.day()));
  }

  private static boolean isSameDay(DateCandidate one, DateCandidate other) {
    return one.date().day().equals(other.date().day());
  }

  boolean isEmpty() {
    return dates.isEmpty();
  }

  List<DateCandidate> dates() {
    return dates;
  }
}
