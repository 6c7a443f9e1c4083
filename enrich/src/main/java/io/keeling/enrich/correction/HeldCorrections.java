package io.keeling.enrich.correction;

import io.keeling.contract.correction.AppliedCorrection;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.enriched.EnrichedArticle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tag corrections that hold for one article.
 *
 * @param items the first one first, one for each tag, {@link TagCorrection#MOST} at most
 */
public record HeldCorrections(List<TagCorrection> items) {

  /** Whenever they were read, and from wherever, they stand in one order. */
  private static final Comparator<TagCorrection> ORDER =
      Comparator.comparing(TagCorrection::at).thenComparing(TagCorrection::id);

  /** Nothing. */
  public static final HeldCorrections NONE = new HeldCorrections(List.of());

  public HeldCorrections {
    items = items.stream().sorted(ORDER).toList();
  }

  /** None where nothing was said. */
  public static HeldCorrections orNone(@Nullable HeldCorrections held) {
    return held == null ? NONE : held;
  }

  /** What holds by the word of an enriched article, without the words that were quoted for it. */
  public static HeldCorrections of(EnrichedArticle article) {
    return new HeldCorrections(
        article.corrections().stream()
            .map(applied -> TagCorrection.of(article.article().id(), applied))
            .toList());
  }

  /** What holds once something was said or taken back. */
  public HeldCorrections with(TagCorrection correction) {
    HeldCorrections others = without(correction.id());
    if (!correction.holds()) {
      return others;
    }
    List<TagCorrection> all = new ArrayList<>(others.items);
    all.add(correction);
    return new HeldCorrections(all);
  }

  /** What holds without what was said of one tag. */
  public HeldCorrections without(String id) {
    return new HeldCorrections(items.stream().filter(c -> !c.id().equals(id)).toList());
  }

  /** Whether there are more than may be. */
  public boolean tooMany() {
    return items.size() > TagCorrection.MOST;
  }

  /** What consumers learn of them. */
  public List<AppliedCorrection> applied() {
    return items.stream().map(TagCorrection::applied).toList();
  }
}
