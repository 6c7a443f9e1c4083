package io.keeling.reader.outline;

import io.keeling.reader.wording.Placeholders;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * The one walk over a parsed page. It visits every node once, in document order, and records all
 * that later steps need, so that none of them searches the tree again. Linear in the size of the
 * page; depth is bounded by the parser. One instance serves one page.
 */
public final class PageWalk implements NodeFilter {

  /** Maximum number of blocks; no article has as many, but logs, lists and attacks do. */
  private static final int MOST_BLOCKS = 20_000;

  private static final String JSON_TYPE = "json";

  private static final int MOST_BYLINES = 200;

  private static final int KIND_LEVELS = 3;

  /** Marks of lines made of pieces, some for screen readers only: "By", "Credit". */
  private static final int OF_PIECES = Mark.set(Mark.CAPTION, Mark.FIGURE, Mark.BYLINE);

  /** Marks of inline elements that style sheets separate from the words beside them. */
  private static final int SET_APART = Mark.set(Mark.CAPTION, Mark.BYLINE, Mark.DATE);

  private final HiddenStyles styles = new HiddenStyles();
  private final ElementMarks reading = new ElementMarks(styles);
  private final Deque<Box> open = new ArrayDeque<>();
  private final Deque<Integer> inlineStarts = new ArrayDeque<>();
  private final TextRun run = new TextRun();
  private final List<Box> boxes = new ArrayList<>(1024);
  private final List<Block> blocks = new ArrayList<>(256);
  private final List<Element> metas = new ArrayList<>();
  private final List<Element> links = new ArrayList<>();
  private final List<Element> scripts = new ArrayList<>();
  private final List<Box> items = new ArrayList<>();
  private final List<Box> bylines = new ArrayList<>();
  private final List<Box> times = new ArrayList<>();
  private final List<Element> images = new ArrayList<>();
  private String title = "";
  private int linkDepth;
  private int emphasisDepth;
  private int lineBreaks;
  private boolean imageSeen;

  /** The inline element in the current line that is not shown, or null. */
  private @Nullable Box unseen;

  private PageWalk() {}

  public static Outline over(Document document) {
    PageWalk walk = new PageWalk();
    document.filter(walk);
    walk.flush();
    Box top = walk.boxes.isEmpty() ? new Box(document, null, 0, 0, 1) : walk.boxes.get(0);
    double teaserShare = MarkTrust.settle(walk.boxes, walk.blocks);
    return new Outline(
        top,
        walk.boxes,
        walk.blocks,
        walk.metas,
        walk.links,
        walk.scripts,
        walk.title,
        walk.items,
        walk.bylines,
        walk.times,
        teaserShare,
        walk.images);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    Cancellation.check();
    if (node instanceof TextNode text) {
      read(text);
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element) || node instanceof Document) {
      return FilterResult.CONTINUE;
    }
    String tag = element.normalName();
    if (tag.equals("br")) {
      breakLine();
      return FilterResult.SKIP_CHILDREN;
    }
    if (tag.equals("head")) {
      readHead(element);
      return FilterResult.SKIP_CHILDREN;
    }
    if (Tags.SILENT.contains(tag) && !element.hasAttr("shadowrootmode")) {
      collect(element, tag);
      return FilterResult.SKIP_CHILDREN;
    }
    enter(element, tag);
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element
        && !open.isEmpty()
        && open.peek().element().equals(element)) {
      leave(element.normalName());
    }
    return FilterResult.CONTINUE;
  }

  private void readHead(Element head) {
    for (Element element : head.children()) {
      collect(element, element.normalName());
      if (element.normalName().equals("noscript")) {
        element.children().forEach(child -> collect(child, child.normalName()));
      }
    }
  }

  private void collect(Element element, String tag) {
    switch (tag) {
      case "meta" -> {
        metas.add(element);
        if (element.hasAttr("itemprop") && !open.isEmpty()) {
          items.add(new Box(element, open.peek(), open.peek().order(), 0, 0));
        }
      }
      case "link" -> links.add(element);
      case "title" -> {
        if (title.isEmpty() && !Placeholders.isUnfilled(element.text())) {
          title = element.text();
        }
      }
      case "style" -> {
        if (!element.attr("media").strip().equalsIgnoreCase("print")) {
          styles.read(element.data());
        }
      }
      case "script" -> {
        if (element.attr("type").contains(JSON_TYPE)) {
          scripts.add(element);
        }
      }
      default -> {}
    }
  }

  private void enter(Element element, String tag) {
    reading.read(element);
    Box parent = open.peek();
    Box box =
        new Box(
            element,
            parent,
            boxes.size(),
            reading.marks(),
            reading.path(parent == null ? 1 : parent.path()));
    boxes.add(box);
    if (reading.isItem()) {
      items.add(box);
    }
    if (reading.isAuthor() && bylines.size() < MOST_BYLINES) {
      bylines.add(box);
    }
    if (Tags.BLOCK.contains(tag)) {
      flush();
      unseen = null;
    } else if ((box.marks() & SET_APART) != 0) {
      run.setApart();
    }
    if (unseen == null && reading.isUnseen() && !Tags.BLOCK.contains(tag)) {
      unseen = box;
      run.beginUnseen();
    }
    if (Tags.SPANS.contains(tag)) {
      run.edge();
    }
    open.push(box);
    inlineStarts.push(run.length());
    switch (tag) {
      case "a" -> linkDepth++;
      case "time", "abbr", "relative-time", "local-time", "time-ago", "amp-timeago" ->
          times.add(box);
      case "img", "picture", "amp-img" -> {
        images.add(element);
        box.countImage();
        imageSeen = true;
      }
      default -> emphasisDepth += Tags.EMPHASIS.contains(tag) ? 1 : 0;
    }
  }

  private void leave(String tag) {
    Box box = open.peek();
    int start = inlineStarts.pop();
    if (Tags.BLOCK.contains(tag)) {
      flush();
    } else if (box.marks() != 0 && run.length() > start) {
      run.inside(box.marks(), start);
      if ((box.marks() & SET_APART) != 0) {
        run.setApart();
      }
    }
    open.pop();
    if (box.equals(unseen)) {
      run.endUnseen();
      unseen = null;
    }
    if (Tags.SPANS.contains(tag)) {
      run.edge();
    }
    switch (tag) {
      case "a" -> linkDepth--;
      default -> emphasisDepth -= Tags.EMPHASIS.contains(tag) ? 1 : 0;
    }
    box.close(boxes.size() - 1);
  }

  private void read(TextNode node) {
    String text = node.getWholeText();
    int before = run.length();
    if (lineBreaks > 0 && !text.isBlank()) {
      if (lineBreaks > 1 || run.endsSentence() || run.isSetApart()) {
        flush();
        before = 0;
      }
      lineBreaks = 0;
    }
    run.append(text, linkDepth > 0, emphasisDepth > 0);
    if (run.length() > before && open.isEmpty()) {
      run.clear();
    }
  }

  private void breakLine() {
    lineBreaks++;
    run.space();
  }

  private void flush() {
    lineBreaks = 0;
    if (!run.isEmpty() && blocks.size() < MOST_BLOCKS) {
      Box box = blockBox();
      if (box != null) {
        Block block = block(box, run.text());
        if (run.isPartlyUnseen()
            && block.isProse()
            && (block.marks() & OF_PIECES) == 0
            && !run.seenText().isEmpty()) {
          block = block(box, run.seenText());
        }
        imageSeen = false;
        blocks.add(block);
        box.count(block);
      }
    }
    run.clear();
    if (unseen != null) {
      run.beginUnseen();
    }
  }

  private Block block(Box box, String text) {
    return new Block(
        blocks.size(),
        box,
        kind(box),
        text,
        run.linkCharacters(),
        run.leadingLink(),
        run.emphasised(),
        run.innerMarks(),
        imageSeen);
  }

  private @Nullable Box blockBox() {
    for (Box box : open) {
      if (Tags.BLOCK.contains(box.tag())) {
        return box;
      }
    }
    return open.peekLast();
  }

  /**
   * Returns the kind of a box; a division in a heading or list item has the kind of that element.
   */
  private BlockKind kind(Box box) {
    BlockKind kind = Tags.kind(box.tag());
    if (kind == BlockKind.HEADING && run.isParagraph() && !box.tag().equals("h1")) {
      return BlockKind.PARAGRAPH;
    }
    Box outer = box.parent();
    for (int i = 0; i < KIND_LEVELS && kind == BlockKind.LOOSE && outer != null; i++) {
      BlockKind around = Tags.kind(outer.tag());
      if (around == BlockKind.HEADING || around == BlockKind.LIST_ITEM) {
        return around;
      }
      outer = outer.parent();
    }
    return kind;
  }
}
