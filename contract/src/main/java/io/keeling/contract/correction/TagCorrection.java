package io.keeling.contract.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.digest.Sha256;
import io.keeling.contract.removal.Removal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an editor says of one tag of an article: the value of {@code keeling.corrections}, keyed by
 * {@link #key}. The last one of a key counts: who says something else of the same tag, or takes
 * back what was said, writes under the same key.
 *
 * @param article the article's id
 * @param tag the kind of tag
 * @param subject which of that kind; absent where an article has one alone
 * @param says what is right, one of {@link CorrectedTag#says}
 * @param who says so: an account's name, or that of who ran the command; nobody's for consumers of
 *     {@code keeling.enriched}
 * @param at when
 * @param note why, in the editor's words; absent where nothing was said
 * @param saidOf the words that the editor saw; absent where it was said of the article as such
 * @param undone that it was taken back; absent while it holds
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

  /** That a tag is wrong. */
  public static final String ABSENT = "absent";

  /** That a name is right, and not the thing that it is linked with. */
  public static final String UNLINKED = "unlinked";

  /** Stands for an editor whose name is not known. */
  private static final String UNNAMED = "an editor";

  /** Longest name of who says so, in UTF-16 code units: that of an account and of a token. */
  public static final int LONGEST_WHO = 150;

  /** Longest note, in UTF-16 code units. Chosen: a sentence or two. */
  public static final int LONGEST_NOTE = 500;

  /** Longest quote, in UTF-16 code units. Chosen: a paragraph. */
  public static final int LONGEST_QUOTE = 1_000;

  /** Most that hold of one article. Chosen: ten times what a careful editor finds in a bad one. */
  public static final int MOST = 100;

  /** Bytes of the digest in an id. Chosen: no two of an article's hundred are alike by chance. */
  private static final int ID_BYTES = 8;

  /**
   * What the editor saw.
   *
   * @param version the article's version; absent where it is not known
   * @param quote words of its text that show it; absent where none were given
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

  /**
   * Who took it back, and when.
   *
   * @param who as in {@link TagCorrection}
   * @param at when
   */
  public record Undone(String who, Instant at) {

    public Undone {
      Objects.requireNonNull(at, "at");
      requireLength(Objects.requireNonNull(who, "who"), LONGEST_WHO, "who takes it back");
    }
  }

  /**
   * Checks what was said.
   *
   * @throws IllegalArgumentException if it cannot be said of such a tag, or is too long
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
      throw new IllegalArgumentException("that is no subject of the tag " + tag.code());
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

  /**
   * What consumers are told of, as it was said, but for the name of who said it and the words for
   * it, which they are not told.
   */
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

  /** Which tag of the article is meant, as a name of 16 hexadecimal digits. */
  public String id() {
    return idOf(tag, subject);
  }

  /** The id of what is said of a tag: the same for whatever is said of it. */
  public static String idOf(CorrectedTag tag, @Nullable String subject) {
    String text = tag.code() + "/" + (subject == null ? "" : subject);
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8), ID_BYTES);
  }

  /** The record's key: the article's id and this one's. */
  public String key() {
    return article + "/" + id();
  }

  /** Whether it holds: it was not taken back. */
  public boolean holds() {
    return undone == null;
  }

  /** The same, taken back. */
  public TagCorrection takenBack(String by, Instant when) {
    return new TagCorrection(
        article, tag, subject, says, who, at, note, saidOf, new Undone(by, when));
  }

  /** What consumers of enriched articles are told of it. */
  public AppliedCorrection applied() {
    return new AppliedCorrection(id(), tag, subject, says, at, TaggedBy.EDITOR);
  }

  /** Names the tag without what was said of it, which may be words of the article. */
  @Override
  public String toString() {
    return "TagCorrection[" + key() + " " + tag.code() + "]";
  }
}
