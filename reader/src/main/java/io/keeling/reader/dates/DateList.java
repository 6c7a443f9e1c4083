package io.keeling.reader.dates;

import io.keeling.contract.article.NewsDate;
import io.keeling.reader.metadata.PageEvidence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the dates that a page gives for one field, without impossible ones. */
final class DateList {

  /** Earliest date of news on the web. Older dates belong to events that the text is about. */
  private static final LocalDate EARLIEST = LocalDate.of(1995, 1, 1);

  private final Instant fetchedAt;
  private final DateStyle style;
  private final List<DateCandidate> dates = new ArrayList<>();

  DateList(PageEvidence evidence, DateStyle style) {
    this.fetchedAt = evidence.fetchedAt();
    this.style = style;
  }

  void addText(@Nullable String text, String origin, String witness, double weight) {
    addText(text, origin, witness, weight, DateRole.UNSAID);
  }

  /** Reads a value of metadata or markup whose role is known. */
  void addText(@Nullable String text, String origin, String witness, double weight, DateRole role) {
    if (text != null && !text.isBlank() && role != DateRole.OTHER) {
      add(DateText.parse(text, style), origin, witness, weight, role);
    }
  }

  /** Reads a line of text; only its first possible date counts. */
  boolean addLine(String line, String origin, String witness, double weight) {
    for (DateLine.Dated dated : DateLine.read(line, DateRole.UNSAID, style)) {
      if (add(dated.date(), origin, witness, weight, DateRole.UNSAID)) {
        return true;
      }
    }
    return false;
  }

  boolean add(
      @Nullable NewsDate date, String origin, String witness, double weight, DateRole role) {
    if (date == null
        || date.day().isBefore(EARLIEST)
        || !NewsDate.isPlausible(date.day(), fetchedAt)) {
      return false;
    }
    dates.add(new DateCandidate(date, origin, witness, weight, role));
    return true;
  }

  void addAll(List<DateCandidate> others) {
    dates.addAll(others);
  }

  boolean has(LocalDate day) {
    return dates.stream().anyMatch(d -> d.date().day().equals(day));
  }

  boolean isEmpty() {
    return dates.isEmpty();
  }

  DateStyle style() {
    return style;
  }

  List<DateCandidate> dates() {
    return dates;
  }
}
