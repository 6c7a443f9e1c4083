package io.keeling.reader.body;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.reader.metadata.Chosen;
import io.keeling.reader.metadata.PageEvidence;
import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.BlockKind;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.Mark;
import io.keeling.reader.outline.Marks;
import io.keeling.reader.structured.Thing;
import io.keeling.reader.wording.CorrectionWording;
import io.keeling.reader.wording.Folded;
import io.keeling.reader.wording.TextMeasure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds an outlet's correction of an article and takes it out of the text. Searches boxes named
 * after corrections, the first and last lines of the text and the lines around them, and the page's
 * JSON-LD ({@code schema.org/correction}).
 */
final class CorrectionNotes {

  /** Name of the rule that leaves out correction notes. */
  static final String RULE = "correction-note";

  /** Maximum number of blocks between a note and the first or last paragraph. */
  private static final int BLOCKS_ABOVE = 12;

  private static final int BLOCKS_BELOW = 15;

  /** Paragraphs at the start and at the end of the text that may be notes. */
  private static final int FIRST = 2;

  private static final int LAST = 4;

  /** Link share from which a block refers to a policy or another article and is not a note. */
  private static final double LINKED = 0.5;

  private static final int NOT_OF_ARTICLE =
      Marks.EXCLUDED
          | Mark.set(
              Mark.COMMENTS,
              Mark.RELATED,
              Mark.TEASER,
              Mark.PROMOTION,
              Mark.ADVERT,
              Mark.CAPTION,
              Mark.EMBED);

  /** A numbered article of a law or a treaty. */
  private static final Pattern OF_LAW =
      Pattern.compile("(?<!\\p{L})(?:article|artikel|art\u00EDculo|articolo|artigo) \\d");

  private CorrectionNotes() {}

  /** A text that is not made of the page's blocks, and the notes taken out of it. */
  record Parted(String text, @Nullable Chosen<String> note) {}

  /**
   * Takes the notes out of the selected blocks.
   *
   * @param ofPost whether a block is in a live report's post, where corrections stay in the text
   * @return the notes, or null if there are none
   */
  static @Nullable Chosen<String> take(
      Selection selection,
      @Nullable Block headline,
      PageEvidence evidence,
      Predicate<Block> ofPost) {
    List<Block> kept =
        selection.kept().stream().filter(b -> b.kind() != BlockKind.HEADING).toList();
    Set<Block> notes = new LinkedHashSet<>();
    String origin = "correction-line";
    if (!kept.isEmpty()) {
      int from = from(kept, headline);
      int to =
          Math.min(selection.blocks().size() - 1, kept.get(kept.size() - 1).order() + BLOCKS_BELOW);
      List<Block> near = selection.blocks().subList(from, to + 1);
      if (addNamed(notes, near)) {
        origin = "correction-box";
      }
      addLines(notes, near, kept, ofPost);
    }
    if (notes.isEmpty() || !leavesAnArticle(kept, notes)) {
      return declared(evidence);
    }
    for (Block note : notes) {
      selection.leave(note, RULE);
      note.mark(Mark.CORRECTION);
    }
    return chosen(notes.stream().map(Block::text).toList(), origin);
  }

  /** Takes the notes out of the first and last paragraphs of a text. */
  static Parted part(String text) {
    List<String> paragraphs = new ArrayList<>(Arrays.asList(text.split("\n\n")));
    List<String> notes = new ArrayList<>();
    boolean ofLaw = OF_LAW.matcher(Folded.of(text)).find();
    for (int i = paragraphs.size() - 1; i >= 0; i--) {
      boolean edge = i < FIRST || i >= paragraphs.size() - LAST;
      if (edge && CorrectionWording.isNote(paragraphs.get(i), false, ofLaw)) {
        notes.add(0, paragraphs.get(i));
      }
    }
    String rest =
        paragraphs.stream().filter(p -> !notes.contains(p)).collect(Collectors.joining("\n\n"));
    boolean article =
        TextMeasure.of(rest).words() >= TextMeasure.of(String.join(" ", notes)).words();
    return notes.isEmpty() || !article
        ? new Parted(text, null)
        : new Parted(rest, chosen(notes, "correction-line"));
  }

  private static int from(List<Block> kept, @Nullable Block headline) {
    int first = kept.get(0).order();
    int from = Math.max(0, first - BLOCKS_ABOVE);
    return headline != null && headline.order() < first
        ? Math.max(from, headline.order() + 1)
        : from;
  }

  private static boolean addNamed(Set<Block> notes, List<Block> near) {
    boolean any = false;
    Set<Box> seen = new LinkedHashSet<>();
    for (int i = 0; i < near.size(); i++) {
      Box box = named(near.get(i));
      if (box == null || (near.get(i).marks() & NOT_OF_ARTICLE) != 0 || !seen.add(box)) {
        continue;
      }
      int end = i;
      while (end < near.size() && box.holds(near.get(end))) {
        end++;
      }
      List<Block> inside = near.subList(i, end);
      if (box.words() <= CorrectionWording.MOST_WORDS
          && box.linkShare() < LINKED
          && inside.stream().anyMatch(Block::endsSentence)
          && CorrectionWording.isNamedNote(
              inside.stream().map(Block::text).collect(Collectors.joining(" ")))) {
        notes.addAll(inside);
        any = true;
      }
    }
    return any;
  }

  /** Returns the outermost box around a block that is named after corrections, or null. */
  private static @Nullable Box named(Block block) {
    if (!Mark.CORRECTION.in(block.marks())) {
      return null;
    }
    Box found = block.box();
    for (Box box = block.box(); box != null; box = box.parent()) {
      found = Mark.CORRECTION.in(box.marks()) ? box : found;
    }
    return found;
  }

  private static void addLines(
      Set<Block> notes, List<Block> near, List<Block> kept, Predicate<Block> ofPost) {
    int begun = kept.get(Math.min(FIRST, kept.size()) - 1).order();
    int ending = kept.get(Math.max(0, kept.size() - LAST)).order();
    boolean ofLaw = kept.stream().anyMatch(block -> OF_LAW.matcher(block.folded()).find());
    Block label = null;
    for (Block block : near) {
      boolean edge = block.order() <= begun || block.order() >= ending;
      if (!edge || (block.marks() & NOT_OF_ARTICLE) != 0 || ofPost.test(block)) {
        label = null;
        continue;
      }
      boolean named = label != null && block.kind() != BlockKind.HEADING && block.endsSentence();
      if (block.linkShare() < LINKED
          && (CorrectionWording.isNote(block.text(), block.emphasis() > 0, ofLaw)
              || (named && CorrectionWording.isNamedNote(block.text())))) {
        if (label != null) {
          notes.add(label);
        }
        notes.add(block);
      }
      label = CorrectionWording.isLabel(block.text()) ? block : null;
    }
  }

  /**
   * Whether enough text is left. An article that consists mostly of notes is a column of
   * corrections.
   */
  private static boolean leavesAnArticle(List<Block> kept, Set<Block> notes) {
    int words = notes.stream().mapToInt(Block::words).sum();
    int rest = kept.stream().filter(b -> !notes.contains(b)).mapToInt(Block::words).sum();
    return rest >= words;
  }

  private static @Nullable Chosen<String> declared(PageEvidence evidence) {
    Thing article = evidence.structured().article();
    JsonNode correction = article == null ? null : article.node().get("correction");
    if (article == null || correction == null) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode each : correction.isArray() ? correction : List.of(correction)) {
      Thing thing = each.isObject() ? new Thing(each, true) : article;
      String text =
          !each.isObject()
              ? each.asText("")
              : thing.text("text") != null ? thing.text("text") : thing.text("description");
      if (text != null && !text.startsWith("http") && CorrectionWording.isNamedNote(text)) {
        texts.add(text);
      }
    }
    return texts.isEmpty() ? null : chosen(texts, "json-ld:correction");
  }

  private static Chosen<String> chosen(List<String> notes, String origin) {
    return new Chosen<>(String.join(" ", new LinkedHashSet<>(notes)), origin);
  }
}
