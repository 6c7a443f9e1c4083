package io.keeling.ingest.reader.metadata;

import io.keeling.contract.article.NewsDate;
import io.keeling.ingest.reader.outline.Block;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the dates of publication and of the last change among all that a page gives: what
 * independent witnesses agree on wins, then what is right most often. Stateless.
 */
public final class DateFinder {

  /** The offsets that local time may have from UTC. */
  private static final ZoneOffset WEST = ZoneOffset.ofHours(-10);

  private static final ZoneOffset EAST = ZoneOffset.ofHours(13);

  /** A time in UTC confirms a neighbouring local day nearly as well as its own. */
  private static final double NEIGHBOUR = 0.95;

  private DateFinder() {}

  /**
   * The day a page was first published, or null.
   *
   * @param headline the block of the headline, or null
   * @param text the blocks of the text
   * @param html the whole page, searched only where nothing else tells
   */
  public static @Nullable Chosen<NewsDate> published(
      Evidence evidence, @Nullable Block headline, List<Block> text, String html) {
    DateList dates = new DateList(evidence);
    DeclaredDates.published(evidence, dates);
    DateList visible = new DateList(evidence);
    VisibleDates.collect(evidence, visible, headline, text);
    DateList changes = new DateList(evidence);
    DeclaredDates.modified(evidence, changes);
    dates.addUnlessOnlyIn(visible, changes, VisibleDates.OF_CHANGE);
    if (dates.isEmpty()) {
      dates = changes;
    }
    if (dates.isEmpty()) {
      EmbeddedDates.collect(evidence, dates, html);
    }
    if (dates.isEmpty()) {
      VisibleDates.anywhere(evidence, dates);
    }
    return best(evidence, "publishedAt", dates.dates());
  }

  /** The day a page was last changed, or null. */
  public static @Nullable Chosen<NewsDate> modified(Evidence evidence) {
    DateList dates = new DateList(evidence);
    DeclaredDates.modified(evidence, dates);
    return best(evidence, "modifiedAt", dates.dates());
  }

  private static @Nullable Chosen<NewsDate> best(
      Evidence evidence, String field, List<DateCandidate> candidates) {
    Map<LocalDate, Map<String, Double>> witnesses = new HashMap<>();
    for (DateCandidate candidate : candidates) {
      witnesses
          .computeIfAbsent(candidate.date().day(), d -> new HashMap<>())
          .merge(candidate.witness(), candidate.weight(), Math::max);
    }
    confirmNeighbours(candidates, witnesses);
    DateCandidate best = null;
    double bestScore = 0;
    for (DateCandidate candidate : candidates) {
      double agreement =
          witnesses.get(candidate.date().day()).values().stream().mapToDouble(w -> w).sum();
      double score =
          agreement + candidate.weight() / 100 + (candidate.date().time() != null ? 0.05 : 0);
      evidence.consider(field, candidate.date(), candidate.origin(), score);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best == null ? null : new Chosen<>(best.date(), best.origin());
  }

  /** A time in UTC falls on two local days; which one, others must say. */
  private static void confirmNeighbours(
      List<DateCandidate> candidates, Map<LocalDate, Map<String, Double>> witnesses) {
    for (DateCandidate candidate : candidates) {
      OffsetDateTime time = candidate.date().time();
      if (time == null || !time.getOffset().equals(ZoneOffset.UTC)) {
        continue;
      }
      for (ZoneOffset offset : List.of(WEST, EAST)) {
        LocalDate local = time.withOffsetSameInstant(offset).toLocalDate();
        Map<String, Double> others = witnesses.get(local);
        if (others != null && !local.equals(candidate.date().day())) {
          others.merge(candidate.witness(), candidate.weight() * NEIGHBOUR, Math::max);
        }
      }
    }
  }
}
