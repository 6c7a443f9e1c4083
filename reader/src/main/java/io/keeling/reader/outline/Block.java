package io.keeling.reader.outline;

import io.keeling.reader.wording.Folded;
import io.keeling.reader.wording.TextMeasure;
import org.jspecify.annotations.Nullable;

/**
 * One run of text inside one block element: a paragraph, heading, list item, cell. Immutable except
 * for its marks and cached folded form; used only by the thread that reads the page.
 */
public final class Block {

  /** Minimum number of words of prose; shorter texts may be labels or teasers. */
  private static final int PROSE_WORDS = 10;

  private static final double PROSE_LINK_SHARE = 0.45;

  /** Characters that are folded: texts are compared by their beginning only. */
  private static final int FOLDED_CHARACTERS = 600;

  private final int order;
  private final Box box;
  private final BlockKind kind;
  private final String text;
  private final int linkCharacters;
  private final int leadingLink;
  private final int emphasised;
  private int innerMarks;
  private final boolean afterImage;
  private final TextMeasure measure;
  private @Nullable String folded;
  private @Nullable String story;

  Block(
      int order,
      Box box,
      BlockKind kind,
      String text,
      int linkCharacters,
      int leadingLink,
      int emphasised,
      int innerMarks,
      boolean afterImage) {
    this.order = order;
    this.box = box;
    this.kind = kind;
    this.text = text;
    this.linkCharacters = linkCharacters;
    this.leadingLink = leadingLink;
    this.emphasised = emphasised;
    this.innerMarks = innerMarks;
    this.afterImage = afterImage;
    this.measure = TextMeasure.of(text);
  }

  public int order() {
    return order;
  }

  public Box box() {
    return box;
  }

  public BlockKind kind() {
    return kind;
  }

  public String text() {
    return text;
  }

  /** Returns the counts of this block's words and punctuation. */
  public TextMeasure measure() {
    return measure;
  }

  public int words() {
    return measure.words();
  }

  /** Returns the marks of inline elements that hold nearly all text of this block. */
  public int innerMarks() {
    return innerMarks;
  }

  /** Whether there is an image between this block and the previous one. */
  public boolean afterImage() {
    return afterImage;
  }

  public int marks() {
    return innerMarks | box.inherited();
  }

  /** Returns the marks of this block and of the boxes between it and an outer box. */
  public int marksBelow(Box outer) {
    return innerMarks | box.marksBelow(outer);
  }

  /** Returns the share of this block's characters that are in links, 0 to 1. */
  public double linkShare() {
    return text.isEmpty() ? 0 : Math.min(1.0, (double) linkCharacters / text.length());
  }

  /** Returns the length of the link that this block begins with, in characters. */
  public int leadingLink() {
    return leadingLink;
  }

  /** Returns the share of this block's characters that are bold or italic. */
  public double emphasis() {
    return text.isEmpty() ? 0 : Math.min(1.0, (double) emphasised / text.length());
  }

  /** Adds a mark that a later step found. */
  public void mark(Mark mark) {
    innerMarks |= mark.bit();
  }

  /** Marks this block as part of another story; the first rule that does so is kept. */
  void markStory(String rule) {
    innerMarks |= Mark.TEASER.bit();
    story = story == null ? rule : story;
  }

  /** Returns the rule that made this block part of another story, or null. */
  public @Nullable String storyRule() {
    return story;
  }

  int linkWords() {
    return (int) Math.round(linkShare() * words());
  }

  /** Whether this block ends like a sentence, quotation marks aside. */
  public boolean endsSentence() {
    for (int i = text.length() - 1; i >= Math.max(0, text.length() - 3); i--) {
      char c = text.charAt(i);
      if (TextMeasure.isSentenceEnd(c) || c == ':') {
        return true;
      }
      if (Character.isLetterOrDigit(c)) {
        return false;
      }
    }
    return false;
  }

  /**
   * Whether this block is prose: enough words, few of them linked, with punctuation of a sentence.
   */
  public boolean isProse() {
    return kind != BlockKind.HEADING
        && words() >= PROSE_WORDS
        && linkShare() < PROSE_LINK_SHARE
        && (measure.sentenceEnds() > 0 || measure.commas() > 0 || endsSentence());
  }

  /** Returns the beginning of this block, with case and punctuation folded away. */
  public String folded() {
    if (folded == null) {
      folded = Folded.of(text, FOLDED_CHARACTERS);
    }
    return folded;
  }
}
