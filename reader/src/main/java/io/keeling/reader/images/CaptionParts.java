package io.keeling.reader.images;

import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.HtmlTree;
import io.keeling.reader.wording.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The text under a picture, split into what it shows and its credit. A credit that markup sets
 * apart is preferred to one found by its wording.
 *
 * @param caption what the picture shows, or null
 * @param credit who made it, or null
 */
record CaptionParts(@Nullable String caption, @Nullable String credit) {

  private static final Set<String> NAMES = WordList.load("names/credit.txt");

  private static final Set<String> TAGS = Set.of("cite", "small");

  /** Longest credit, in words: a photographer, an agency, a licence. */
  static final int CREDIT_WORDS = 12;

  /** Maximum number of elements read of a caption. */
  private static final int MOST_ELEMENTS = 30;

  private static final int LONGEST = 1_000;

  private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z]+");

  /** Separators between a caption and the credit after it. */
  private static final Pattern JOINT =
      Pattern.compile("(?<![\\s(\\[|\u00A9/\u2013\u2014:-])[\\s(\\[|\u00A9/\u2013\u2014:-]+$");

  /** Splits the blocks under one picture, in their order. */
  static CaptionParts of(List<Block> blocks) {
    StringBuilder caption = new StringBuilder();
    String credit = null;
    for (Block block : blocks) {
      String text = block.text();
      if (caption.length() + text.length() > LONGEST) {
        break;
      }
      Element element = block.box().element();
      boolean marked =
          block.words() <= CREDIT_WORDS && (isMarked(element) || isMarkedInside(element, text));
      if (credit == null && (marked || (!caption.isEmpty() && ImageCredit.isAlone(text)))) {
        credit = text;
        continue;
      }
      String set = credit == null ? setApart(element, text) : null;
      if (set != null) {
        credit = set;
        text = text.startsWith(set) ? text.substring(set.length()) : before(text, set);
      }
      caption.append(caption.isEmpty() ? "" : " ").append(text.strip());
    }
    String shown = caption.isEmpty() ? null : caption.toString();
    if (credit == null && shown != null) {
      ImageCredit.Credit found = ImageCredit.find(shown);
      if (found != null) {
        return new CaptionParts(orNull(trimmed(shown.substring(0, found.start()))), found.name());
      }
    }
    return new CaptionParts(shown, credit == null ? null : bare(credit));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String trimmed(String caption) {
    return JOINT.matcher(caption).replaceFirst("");
  }

  private static String before(String text, String credit) {
    return trimmed(text.substring(0, text.length() - credit.length()));
  }

  /** Returns a credit without its label and without brackets around it. */
  private static String bare(String credit) {
    String named = ImageCredit.in(credit);
    String text = named == null ? credit : named;
    boolean brackets = text.startsWith("(") && text.endsWith(")") && text.length() > 2;
    return brackets ? text.substring(1, text.length() - 1) : text;
  }

  /** Returns the credit that an inner element sets apart at either end of the text, or null. */
  private static @Nullable String setApart(Element element, String text) {
    List<Element> inner = element.stream().limit(MOST_ELEMENTS).toList();
    String last = null;
    for (Element one : inner) {
      if (one.equals(element)) {
        continue;
      }
      String own = HtmlTree.line(one);
      boolean atEnd = text.endsWith(own) || text.startsWith(own);
      if (own.isEmpty() || own.length() >= text.length() || !atEnd) {
        continue;
      }
      if (own.split(" ").length <= CREDIT_WORDS && isMarked(one)) {
        return own;
      }
      last = text.endsWith(own) ? own : last;
    }
    return last != null && ImageCredit.isAlone(last) ? last : null;
  }

  static boolean isMarkedInside(Element element, String text) {
    List<Element> inner = element.children();
    for (Element one : inner.subList(0, Math.min(MOST_ELEMENTS, inner.size()))) {
      if (!one.isBlock() && isMarked(one) && HtmlTree.line(one).equals(text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMarked(Element element) {
    boolean credit = false;
    boolean caption = false;
    String names = element.className() + " " + element.attr("itemprop");
    for (String word : NOT_LETTERS.split(names.toLowerCase(Locale.ROOT))) {
      credit |= NAMES.contains(word);
      caption |= word.endsWith("caption");
    }
    return credit || (!caption && TAGS.contains(element.normalName()));
  }
}
