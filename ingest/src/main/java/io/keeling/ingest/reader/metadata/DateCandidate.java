package io.keeling.ingest.reader.metadata;

import io.keeling.contract.article.NewsDate;

/**
 * A date a page gives, with what it is worth.
 *
 * @param date the date
 * @param origin where it stands, such as {@code meta:article:published_time}
 * @param witness dates of one witness do not confirm each other
 * @param weight how often this origin is right, in tenths
 */
record DateCandidate(NewsDate date, String origin, String witness, double weight) {

  DateCandidate weighing(double otherWeight) {
    return new DateCandidate(date, origin, witness, otherWeight);
  }
}
