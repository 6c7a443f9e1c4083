package io.keeling.enrich.correction;

import io.keeling.contract.correction.AppliedCorrection;
import io.keeling.contract.correction.TagCorrection;
import io.keeling.contract.enriched.EnrichedArticle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tag corrections in force for one article.
 *
 * @param items oldest first, one for each tag, at most {@link TagCorrection#MOST}
 */
public record HeldCorrections(List<TagCorrection> items) {

  /** Sorts corrections the same way, no matter when and where they were read. */
  private static final Comparator<TagCorrection> ORDER =
      Comparator.comparing(TagCorrection::at).thenComparing(TagCorrection::id);

  /** No corrections. */
  public static final HeldCorrections NONE = new HeldCorrections(List.of());

  public HeldCorrections {
    items = items.stream().sorted(ORDER).toList();
  }

  /** The corrections, or {@link #NONE} for null. */
  public static HeldCorrections orNone(@Nullable HeldCorrections held) {
    return held == null ? NONE : held;
  }

  /** The corrections that an enriched article lists, which lack the editors' quotations. */
  public static HeldCorrections of(EnrichedArticle article) {
    return new HeldCorrections(
        article.corrections().stream()
            .map(applied -> TagCorrection.of(article.article().id(), applied))
            .toList());
  }

  /** The corrections after one was made or withdrawn. */
  public HeldCorrections with(TagCorrection correction) {
    HeldCorrections others = without(correction.id());
    if (!correction.holds()) {
      return others;
    }
    List<TagCorrection> all = new ArrayList<>(others.items);
    all.add(correction);
    return new HeldCorrections(all);
  }

  /** The corrections without the one of this id. */
  public HeldCorrections without(String id) {
    return new HeldCorrections(items.stream().filter(c -> !c.id().equals(id)).toList());
  }

  /** Whether there are more than allowed. */
  public boolean tooMany() {
    return items.size() > TagCorrection.MOST;
  }

  /** The corrections as consumers see them. */
  public List<AppliedCorrection> applied() {
    return items.stream().map(TagCorrection::applied).toList();
  }
}
