package io.keeling.reader.outline;

import io.keeling.reader.wording.WordList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * Reads an element's attributes once, for its marks and its part of the path. One instance serves
 * one page; not thread-safe.
 */
final class ElementMarks {

  private static final Set<String> AUTHOR_PATHS = WordList.load("words/author-path.txt");
  private static final long PRIME = 0x100000001b3L;

  /** Prefix of ids of content that React sends after the page and a script moves into place. */
  private static final String STREAMED = "S:";

  private static final int LONGEST_STREAMED = 6;

  /**
   * Characters read of an attribute's value; the relevant part comes first. HTML reopens an
   * unclosed element in each block after it, so one value may be on every element of a page.
   */
  private static final int LONGEST = 500;

  private final NameMarks names = new NameMarks();
  private final HiddenStyles styles;

  /** Results by address, as one address may also be on every element of a page. */
  private final Map<String, Boolean> authorAddresses = new HashMap<>();

  private int marks;
  private long signature;
  private boolean item;
  private boolean author;
  private boolean heading;
  private boolean streamed;
  private boolean unseen;

  /**
   * @param styles what the page's style sheets hide
   */
  ElementMarks(HiddenStyles styles) {
    this.styles = styles;
  }

  void read(Element element) {
    String tag = element.normalName();
    marks = Tags.marks(tag);
    signature = tag.hashCode();
    item = false;
    author = false;
    streamed = false;
    unseen = false;
    heading = Tags.kind(tag) == BlockKind.HEADING;
    for (Attribute attribute : element.attributes()) {
      readAttribute(attribute.getKey(), attribute.getValue());
    }
    if (tag.equals("body") || tag.equals("html")) {
      marks = 0;
    } else if (tag.equals("blockquote")) {
      marks &= ~Mark.EMBED.bit(); // a script would show it as a post
    } else if (streamed) {
      marks &= ~Mark.HIDDEN.bit();
    }
  }

  /** Reads an attribute. A heading's id is ignored, as it is made from the heading's words. */
  private void readAttribute(String key, String whole) {
    String value = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
    switch (key) {
      case "class", "id", "data-testid", "data-component", "data-test-id", "data-qa" -> {
        if (heading && key.equals("id")) {
          return;
        }
        streamed |= value.length() <= LONGEST_STREAMED && value.startsWith(STREAMED);
        int named = names.of(value);
        marks |= named;
        unseen(Mark.HIDDEN.in(named));
        if (key.equals("class") && styles.any()) {
          unseen(styles.hidesClass(value));
        }
        if (key.length() <= 5) {
          signature = mix(signature, value);
        }
      }
      case "hidden" -> unseen(!value.equals("until-found"));
      case "aria-hidden" -> hide(value.equals("true"));
      case "style" -> unseen(HiddenStyles.hide(value));
      case "aria-modal" -> marks |= value.equals("true") ? Mark.DIALOG.bit() : 0;
      case "role" -> marks |= ofRole(value);
      case "href" -> author |= authorAddresses.computeIfAbsent(value, ElementMarks::leadsToAuthor);
      case "rel" -> author |= value.contains("author");
      case "itemprop" -> {
        item = true;
        author |= value.contains("author") || value.contains("creator");
        marks |= value.equals("articleBody") ? Mark.BODY_NAME.bit() : 0;
        marks |= value.equals("caption") ? Mark.CAPTION.bit() : 0;
      }
      default -> {}
    }
  }

  private static boolean leadsToAuthor(String address) {
    for (String part : AUTHOR_PATHS) {
      if (address.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private void unseen(boolean hidden) {
    unseen |= hidden;
    hide(hidden);
  }

  private void hide(boolean hidden) {
    if (hidden) {
      marks |= Mark.HIDDEN.bit();
    }
  }

  private static int ofRole(String role) {
    return switch (role) {
      case "navigation", "menu", "menubar", "search" -> Mark.NAVIGATION.bit();
      case "dialog", "alertdialog" -> Mark.DIALOG.bit();
      case "complementary" -> Mark.ASIDE.bit();
      case "contentinfo" -> Mark.FOOTER.bit();
      case "main", "article" -> Mark.ARTICLE.bit();
      default -> 0;
    };
  }

  /** Mixes a value into a hash without its digits, as numbered siblings are of one kind. */
  private static long mix(long hash, String value) {
    long mixed = hash * PRIME + 7;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < '0' || c > '9') {
        mixed = (mixed ^ c) * PRIME;
      }
    }
    return mixed;
  }

  int marks() {
    return marks;
  }

  /** Whether the element is hidden from sighted readers, not only from screen readers. */
  boolean isUnseen() {
    return unseen && Mark.HIDDEN.in(marks);
  }

  boolean isAuthor() {
    return author || Mark.BYLINE.in(marks);
  }

  boolean isItem() {
    return item;
  }

  long path(long outer) {
    return (outer ^ signature) * PRIME + 31;
  }
}
