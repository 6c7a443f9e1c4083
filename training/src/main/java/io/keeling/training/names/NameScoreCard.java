package io.keeling.training.names;

import io.keeling.models.names.EntityType;
import io.keeling.models.names.NameSpan;
import io.keeling.training.corpus.MarkedDocument;
import io.keeling.training.corpus.MarkedDocument.Place;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * How well names were found in marked text: precision, recall and F1 by type and for all, counted
 * over every mention. A name counts when its span and its type are exactly as marked, as in the
 * CoNLL-2003 shared task (Tjong Kim Sang and De Meulder, 2003). Not for sharing between threads.
 */
public final class NameScoreCard {

  private final Map<EntityType, Score> scores = new EnumMap<>(EntityType.class);

  private NameScoreCard() {
    for (EntityType type : EntityType.values()) {
      scores.put(type, new Score());
    }
  }

  /**
   * Scores a tagger.
   *
   * @param tagger gives the names of a document, with offsets into its text
   */
  public static NameScoreCard of(
      List<MarkedDocument> documents, Function<MarkedDocument, List<NameSpan>> tagger) {
    NameScoreCard card = new NameScoreCard();
    for (MarkedDocument document : documents) {
      document.names().values().forEach(type -> card.score(type).want());
      for (NameSpan name : tagger.apply(document)) {
        Place place = new Place(name.start(), name.end());
        card.score(name.type()).find(document.names().get(place) == name.type());
      }
    }
    return card;
  }

  /** F1 over all types, 0 to 1. */
  public double f1() {
    return total().f1();
  }

  /** The share of the names found that are right, over all types, 0 to 1. */
  public double precision() {
    return total().precision();
  }

  private Score total() {
    Score total = new Score();
    scores.values().forEach(total::add);
    return total;
  }

  /** A line for each type and one for all, in per cent. */
  @Override
  public String toString() {
    StringBuilder rows = new StringBuilder();
    scores.forEach((type, score) -> rows.append(row(type.name().toLowerCase(Locale.ROOT), score)));
    return rows.append(row("all", total())).toString();
  }

  private static String row(String label, Score score) {
    return String.format(
        Locale.ROOT,
        "  %-12s P %.1f R %.1f F1 %.1f n %d%n",
        label,
        100 * score.precision(),
        100 * score.recall(),
        100 * score.f1(),
        score.wanted());
  }

  private Score score(EntityType type) {
    return Objects.requireNonNull(scores.get(type));
  }
}
