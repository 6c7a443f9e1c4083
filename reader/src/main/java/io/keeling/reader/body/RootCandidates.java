package io.keeling.reader.body;

import io.keeling.reader.metadata.Candidate;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.Mark;
import io.keeling.reader.outline.Outline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The boxes that could hold the article, with their scores, for explanations. Stateless; computed
 * only on demand.
 */
public final class RootCandidates {

  private static final int MOST = 8;

  /** Number of elements, from the box outward, shown to identify it. */
  private static final int PATH = 3;

  private RootCandidates() {}

  /** Returns the best boxes, best first, and the chosen one. */
  public static List<Candidate> of(Outline outline, @Nullable Box chosen) {
    ParagraphScores scores = new ParagraphScores(outline);
    List<Box> boxes = new ArrayList<>(outline.boxes());
    boxes.removeIf(box -> scores.of(box) <= 0);
    boxes.sort(Comparator.comparingDouble(scores::of).reversed());
    List<Box> best = new ArrayList<>(boxes.subList(0, Math.min(MOST, boxes.size())));
    if (chosen != null && !best.contains(chosen)) {
      best.add(chosen);
    }
    return best.stream().map(box -> candidate(box, scores.of(box), box == chosen)).toList();
  }

  private static Candidate candidate(Box box, double score, boolean chosen) {
    boolean named = (box.marks() & Mark.set(Mark.BODY_NAME, Mark.ARTICLE)) != 0;
    String origin = (named ? "named-box" : "box") + (chosen ? ", chosen" : "");
    return new Candidate("root", box.proseWords() + " words in " + path(box), origin, score);
  }

  private static String path(Box box) {
    StringBuilder path = new StringBuilder();
    Box at = box;
    for (int i = 0; i < PATH && at != null; i++) {
      String names = (at.element().id() + " " + at.element().className()).strip();
      String step = at.tag() + (names.isEmpty() ? "" : "." + names.split("\\s+", 2)[0]);
      path.insert(0, path.isEmpty() ? step : step + " > ");
      at = at.parent();
    }
    return path.toString();
  }
}
