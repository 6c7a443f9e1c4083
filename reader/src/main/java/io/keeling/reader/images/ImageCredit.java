package io.keeling.reader.images;

import io.keeling.reader.authors.NameShape;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds in a caption whom the picture is by. Stateless. */
final class ImageCredit {

  private static final int LONGEST = 120;

  /** Longer captions are read at their end only. */
  private static final int READ = 400;

  private static final int MOST_WORDS = 8;

  /** A full stop may stand after an initial. */
  private static final String NAME = "((?:[^.()\\[\\]|\u00A9]|(?<=\\b\\p{Lu})\\.){2,100})";

  private static final Pattern LABELLED =
      Pattern.compile(
          "(?:(?<![\\p{L}\\p{M}\\p{Nd}_])(?:photo(?:graph)?s?(?: by)?|foto(?:s)?|fot\\.?|\u1EA3nh|credits?|image|bild|picture|source|quelle|cr\u00E9dit(?: photo)?)\\s?[:/]\\s?|(?<![\\p{L}\\p{M}\\p{Nd}_])photo(?:graph)?s? by |\u00A9\\s?|\\(c\\)\\s?)"
              + NAME
              + "[)\\]]?\\s?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Name and agency with a slash between, after the last sentence or in brackets. */
  private static final Pattern SLASHED =
      Pattern.compile(
          "(?:^|[.!?)\\]] ?|[(\\[])(\\p{Lu}[^.()\\[\\]|/\\d]{1,60}/[^.()\\[\\]|\\d]{2,60})[)\\]]?$");

  private ImageCredit() {}

  /** The name, or null. */
  static @Nullable String in(String caption) {
    String end = caption.length() > READ ? caption.substring(caption.length() - READ) : caption;
    Matcher labelled = LABELLED.matcher(end);
    if (labelled.find() && labelled.group(1).length() <= LONGEST) {
      return labelled.group(1).strip();
    }
    Matcher slashed = SLASHED.matcher(end);
    return slashed.find() && slashed.group(1).split(" ").length <= MOST_WORDS
        ? slashed.group(1).strip()
        : nameAtEnd(end);
  }

  /** A person's full name that stands alone behind the last sentence. */
  private static @Nullable String nameAtEnd(String caption) {
    int stop = caption.lastIndexOf(". ");
    String name = stop <= 0 ? "" : caption.substring(stop + 2).strip();
    return NameShape.beginsWithGiven(name) && NameShape.isFullName(name) ? name : null;
  }
}
