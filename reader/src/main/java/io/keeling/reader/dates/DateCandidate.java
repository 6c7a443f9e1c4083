package io.keeling.reader.dates;

import io.keeling.contract.article.NewsDate;

/**
 * A date that a page gives, and its weight.
 *
 * @param date the date
 * @param origin where the page gives it, such as {@code meta:article:published_time}
 * @param witness kind of source; dates of the same witness do not confirm each other
 * @param weight how often this origin is right, in tenths
 * @param role what the date means, according to the page
 */
record DateCandidate(NewsDate date, String origin, String witness, double weight, DateRole role) {

  DateCandidate weighing(double otherWeight) {
    return new DateCandidate(date, origin, witness, otherWeight, role);
  }

  DateCandidate changed(double mostWeight) {
    return new DateCandidate(date, origin, witness, Math.min(weight, mostWeight), DateRole.CHANGE);
  }

  boolean isSameDay(DateCandidate other) {
    return date.day().equals(other.date.day());
  }
}
