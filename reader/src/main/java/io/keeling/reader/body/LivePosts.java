package io.keeling.reader.body;

import io.keeling.reader.metadata.PageEvidence;
import io.keeling.reader.metadata.PageUrls;
import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.HtmlTree;
import io.keeling.reader.outline.Mark;
import io.keeling.reader.outline.Marks;
import io.keeling.reader.structured.Thing;
import io.keeling.reader.wording.Folded;
import io.keeling.reader.wording.PhraseList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Finds the posts of a live report: similar boxes that each have a time and prose of their own, and
 * together hold much of the page's text. A column of short news looks like this too. The page must
 * therefore also call itself a live report: in its metadata, headline or address, or in the names
 * of these boxes.
 */
final class LivePosts {

  private static final PhraseList LIVE = PhraseList.load("phrases/live-report.txt");

  /** Prefixes of words in the names of posts' boxes. */
  private static final List<String> NAMES = List.of("live", "ticker", "newsblog");

  /** Levels searched outward from a time for the box of its post. */
  private static final int LEVELS = 8;

  /** Levels searched outward from a post for a box with one of {@link #NAMES}. */
  private static final int NAME_LEVELS = 3;

  /** Minimum number of posts: fewer could be anything with a date. */
  private static final int LEAST_POSTS = 3;

  /** Minimum share of similar boxes with a time; advertisements and quotes among them have none. */
  private static final double TIMED = 0.6;

  /**
   * Minimum share of the page's prose in the posts; with less, they are a column beside an article.
   */
  private static final double SHARE = 0.3;

  /** Longest line with a time anywhere in it; a longer one is a post that begins with its time. */
  private static final int LABEL_WORDS = 12;

  private static final int CLOCK_WITHIN = 40;

  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<!\\d)\\d{1,2}(?:[:.h]\\d{2}|\\s?(?:[aApP]\\.?[mM]|Uhr|uhr))(?!\\d)"
              + "|(?<!\\d)\\d{1,2}\\s?(?:min|h|hours?|Std)(?:\\.|utes?|uten)?\\s(?:ago|lang)"
              + "|(?:vor|il y a|hace|h\u00E1|fa)\\s\\d{1,2}\\s");

  private static final Evaluator LINKED_HEADLINE =
      Selector.evaluatorOf(
          "h2 a[href], h3 a[href], h4 a[href], a[href]:has(h2), a[href]:has(h3), a[href]:has(h4)");

  private static final int ELSEWHERE =
      Marks.EXCLUDED
          | Mark.set(
              Mark.COMMENTS,
              Mark.ASIDE,
              Mark.RELATED,
              Mark.PROMOTION,
              Mark.ADVERT,
              Mark.FOOTER,
              Mark.BIOGRAPHY);

  private LivePosts() {}

  /** Boxes with the same path, in document order. */
  private static final class Group {
    private final List<Box> timed = new ArrayList<>();
    private int all;
    private int words;

    private boolean isBetterThan(@Nullable Group other) {
      return other == null
          || timed.size() > other.timed.size()
          || (timed.size() == other.timed.size()
              && timed.get(0).depth() < other.timed.get(0).depth());
    }
  }

  /** Returns the posts in document order; empty if the page is no live report. */
  static List<Box> find(PageEvidence evidence, @Nullable Block headline) {
    List<Box> boxes = evidence.outline().boxes();
    if (boxes.isEmpty() || headline == null) {
      return List.of();
    }
    boolean announced = isAnnounced(evidence, headline);
    boolean[] timed = timed(evidence);
    Map<Long, Group> groups = new HashMap<>();
    for (Box box : boxes) {
      if (box.order() > headline.box().order()
          && box.rawProseWords() > 0
          && (box.inherited() & ELSEWHERE) == 0) {
        Group group = groups.computeIfAbsent(box.path(), path -> new Group());
        group.all++;
        if (timed[box.order()]) {
          group.timed.add(box);
          group.words += box.rawProseWords();
        }
      }
    }
    int least = (int) (SHARE * boxes.get(0).rawProseWords());
    Group best = null;
    for (Group group : groups.values()) {
      if (group.timed.size() >= LEAST_POSTS
          && group.timed.size() >= TIMED * group.all
          && group.words >= least
          && (announced || isNamed(group.timed.get(0)))
          && group.isBetterThan(best)) {
        best = group;
      }
    }
    return best == null || leadAway(best.timed, evidence.url()) ? List.of() : best.timed;
  }

  /**
   * Whether most posts have a headline that links to another page, which makes them a list of
   * separate reports.
   */
  private static boolean leadAway(List<Box> posts, @Nullable String url) {
    int away = 0;
    for (Box post : posts) {
      Element link = HtmlTree.first(post.element(), LINKED_HEADLINE);
      away += link != null && leadsAway(link.attr("href"), url) ? 1 : 0;
    }
    return away >= TIMED * posts.size();
  }

  private static boolean leadsAway(String address, @Nullable String url) {
    String absolute = address.startsWith("#") ? null : PageUrls.absolute(address, url);
    return absolute != null && (url == null || !withoutPlace(absolute).equals(withoutPlace(url)));
  }

  private static String withoutPlace(String url) {
    int end = url.length();
    for (char mark : new char[] {'#', '?'}) {
      int at = url.indexOf(mark);
      end = at >= 0 && at < end ? at : end;
    }
    return url.substring(0, end);
  }

  /** Marks the boxes that hold a time, for some levels around each time. */
  private static boolean[] timed(PageEvidence evidence) {
    boolean[] timed = new boolean[evidence.outline().boxes().size()];
    for (Box time : evidence.outline().times()) {
      mark(time, timed);
    }
    for (Block block : evidence.outline().blocks()) {
      if (isTime(block)) {
        mark(block.box(), timed);
      }
    }
    return timed;
  }

  private static void mark(Box inner, boolean[] timed) {
    Box box = inner;
    for (int level = 0; level < LEVELS && box != null && box.order() < timed.length; level++) {
      timed[box.order()] = true;
      box = box.parent();
    }
  }

  /** Whether a block gives the time of a post, in a line of its own or at its beginning. */
  static boolean isTime(Block block) {
    String text = block.text();
    boolean label = block.words() <= LABEL_WORDS;
    String begin =
        text.substring(0, Math.min(text.length(), label ? 2 * CLOCK_WITHIN : CLOCK_WITHIN / 2));
    if (!hasDigit(begin)) {
      return false;
    }
    return label ? CLOCK.matcher(begin).find() : CLOCK.matcher(begin).lookingAt();
  }

  /** Whether a text has a digit: a quick test, as everything that {@link #CLOCK} finds has one. */
  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private static boolean isAnnounced(PageEvidence evidence, Block headline) {
    for (Thing thing : evidence.structured().things()) {
      if (thing.is("liveblogposting") && !thing.listed()) {
        return true;
      }
    }
    String url = evidence.url();
    return LIVE.in(headline.folded())
        || LIVE.in(Folded.of(evidence.outline().documentTitle()))
        || (url != null && LIVE.in(Folded.of(url)));
  }

  private static boolean isNamed(Box post) {
    Box box = post;
    for (int level = 0; level <= NAME_LEVELS && box != null; level++) {
      Element element = box.element();
      if (isLive(element.className())
          || isLive(element.id())
          || element.attr("itemtype").contains("LiveBlog")) {
        return true;
      }
      box = box.parent();
    }
    return false;
  }

  private static boolean isLive(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String live : NAMES) {
      int at = lower.indexOf(live);
      int end = at + live.length();
      if (at >= 0
          && (at == 0 || !Character.isLetter(lower.charAt(at - 1)))
          && (end == lower.length() || lower.charAt(end) != 'r')) {
        return true;
      }
    }
    return false;
  }
}
