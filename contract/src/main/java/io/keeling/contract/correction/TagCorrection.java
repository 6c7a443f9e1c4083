package io.keeling.contract.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.digest.Sha256;
import io.keeling.contract.removal.Removal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An editor's correction of one tag of an article: the value of {@code keeling.corrections}, keyed
 * by {@link #key}. The last record of a key counts: another correction of the same tag, or a
 * withdrawal, has the same key.
 *
 * @param article the article's id
 * @param subject which tag of its kind it corrects; null if an article has only one tag of that
 *     kind
 * @param says the correct value, one of {@link CorrectedTag#says}
 * @param who the name of the account, or of the user of the command; hidden from consumers of
 *     {@code keeling.enriched}
 * @param note the reason, in the editor's words; may be null
 * @param saidOf what the editor saw; null if the correction is about the article as a whole
 * @param undone the withdrawal of this correction; null while it is in force
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TagCorrection(
    String article,
    CorrectedTag tag,
    @Nullable String subject,
    String says,
    String who,
    Instant at,
    @Nullable String note,
    @Nullable SaidOf saidOf,
    @Nullable Undone undone) {

  public static final String ABSENT = "absent";

  /** Value of a correction that keeps the name but removes its wrong link. */
  public static final String UNLINKED = "unlinked";

  private static final String UNNAMED = "an editor";

  /** Longest name of an editor, in UTF-16 code units: the limit of account and token names. */
  public static final int LONGEST_WHO = 150;

  /** Longest note, in UTF-16 code units: a sentence or two. */
  public static final int LONGEST_NOTE = 500;

  /** Longest quote, in UTF-16 code units: a paragraph. */
  public static final int LONGEST_QUOTE = 1_000;

  /**
   * Maximum number of corrections in force on one article: ten times the number of mistakes that a
   * careful editor finds in a badly tagged article.
   */
  public static final int MOST = 100;

  /**
   * Length of the digest in an id, in bytes: enough to tell the corrections of one article apart.
   */
  private static final int ID_BYTES = 8;

  /**
   * What the editor saw.
   *
   * @param version the article's version, if known
   * @param quote words of the text as evidence, if given
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SaidOf(@Nullable String version, @Nullable String quote) {

    public SaidOf {
      if (version != null && version.length() > 64) {
        throw new IllegalArgumentException("a version has at most 64 characters");
      }
      requireLength(quote, LONGEST_QUOTE, "a quote");
    }
  }

  /** The withdrawal of a correction. */
  public record Undone(String who, Instant at) {

    public Undone {
      Objects.requireNonNull(at, "at");
      requireLength(Objects.requireNonNull(who, "who"), LONGEST_WHO, "who undoes it");
    }
  }

  /**
   * @throws IllegalArgumentException if the tag does not allow this correction, or a text is too
   *     long
   */
  public TagCorrection {
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(tag, "tag");
    Objects.requireNonNull(says, "says");
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(at, "at");
    if (!Removal.isId(article)) {
      throw new IllegalArgumentException("an article's id has 32 hexadecimal digits");
    }
    if (!tag.isSubject(subject)) {
      throw new IllegalArgumentException("this is no subject of the tag " + tag.code());
    }
    if (!tag.says().contains(says)) {
      throw new IllegalArgumentException(
          "of the tag " + tag.code() + " can be said: " + String.join(", ", tag.says()));
    }
    requireLength(who, LONGEST_WHO, "who says so");
    requireLength(note, LONGEST_NOTE, "a note");
  }

  private static void requireLength(@Nullable String text, int most, String what) {
    if (text != null && (text.isBlank() || text.length() > most)) {
      throw new IllegalArgumentException(what + " has 1 to " + most + " characters");
    }
  }

  /** Returns a correction in the form that consumers see, without the editor's name and words. */
  public static TagCorrection of(String article, AppliedCorrection applied) {
    return new TagCorrection(
        article,
        applied.tag(),
        applied.subject(),
        applied.says(),
        UNNAMED,
        applied.at(),
        null,
        null,
        null);
  }

  /** Returns the id of the tag in its article, 16 hexadecimal digits. */
  public String id() {
    return idOf(tag, subject);
  }

  /** Returns the id that all corrections of a tag share. */
  public static String idOf(CorrectedTag tag, @Nullable String subject) {
    String text = tag.code() + "/" + (subject == null ? "" : subject);
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8), ID_BYTES);
  }

  public String key() {
    return article + "/" + id();
  }

  /** Whether the correction is in force. */
  public boolean holds() {
    return undone == null;
  }

  public TagCorrection takenBack(String by, Instant when) {
    return new TagCorrection(
        article, tag, subject, says, who, at, note, saidOf, new Undone(by, when));
  }

  public AppliedCorrection applied() {
    return new AppliedCorrection(id(), tag, subject, says, at, TaggedBy.EDITOR);
  }

  /** Omits the subject, which may be words of the article. */
  @Override
  public String toString() {
    return "TagCorrection[" + key() + " " + tag.code() + "]";
  }
}
