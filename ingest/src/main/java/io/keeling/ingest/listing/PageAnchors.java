package io.keeling.ingest.listing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/**
 * Finds the links of a page and their places, in two passes however deep its elements are nested.
 * Not thread-safe.
 */
final class PageAnchors {

  /**
   * A link of the page.
   *
   * @param outside whether it is in a menu, a footer or the like
   * @param headline whether it is, contains, or is in a heading
   */
  record Anchor(Element element, boolean outside, boolean headline) {}

  /** Maximum number of links read, from the start of the page; a section page has hundreds. */
  private static final int MOST = 10_000;

  private static final Set<String> OUTSIDE_TAGS = Set.of("nav", "footer", "form", "select");
  private static final Set<String> OUTSIDE_ROLES =
      Set.of("navigation", "contentinfo", "banner", "search", "menu", "menubar");
  private static final Pattern OUTSIDE_NAME =
      Pattern.compile(
          "(?:^|[\\s_-])(?:nav|navbar|navigation|menu|footer|breadcrumbs?|pagination|pager|byline|tags?|social|share|sharing|cookie|login|skip)(?:$|[\\s_-])");
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4");
  private static final Set<String> HEADLINES = Set.of("h1", "h2", "h3");

  private PageAnchors() {}

  static List<Anchor> of(Document page) {
    Headers headers = new Headers();
    page.traverse(headers);
    Places places = new Places(headers.withHeadline);
    page.traverse(places);
    return places.anchors.stream()
        .map(open -> new Anchor(open.element, open.place.outside(), open.headline))
        .toList();
  }

  /**
   * Finds elements that contain a linked headline. A {@code header} that contains one is not the
   * header of the site.
   */
  private static final class Headers implements NodeVisitor {
    private final Set<Element> withHeadline = identities();
    private final Deque<Element> headlines = new ArrayDeque<>();

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        if (HEADLINES.contains(element.normalName())) {
          headlines.push(element);
        } else if (element.normalName().equals("a") && !headlines.isEmpty()) {
          Element around = headlines.peek().parent();
          while (around != null && withHeadline.add(around)) {
            around = around.parent();
          }
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node.equals(headlines.peek())) {
        headlines.pop();
      }
    }
  }

  /**
   * The place of an element.
   *
   * @param apart whether it is in a menu, a footer or the like
   * @param header whether it is in a header of the site, but not in an article within that header
   * @param heading whether it is in a heading
   */
  private record Place(boolean apart, boolean header, boolean heading) {

    boolean outside() {
      return apart || header;
    }
  }

  private static final class Open {
    private final Element element;
    private final Place place;
    private boolean headline;

    Open(Element element, Place place) {
      this.element = element;
      this.place = place;
      this.headline = place.heading;
    }
  }

  private static final class Places implements NodeVisitor {
    private final Set<Element> withHeadline;
    private final Deque<Place> around = new ArrayDeque<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Open> anchors = new ArrayList<>();

    Places(Set<Element> withHeadline) {
      this.withHeadline = withHeadline;
      around.push(new Place(false, false, false));
    }

    @Override
    public void head(Node node, int depth) {
      if (!(node instanceof Element element)) {
        return;
      }
      Place place = place(element, around.peek());
      around.push(place);
      if (HEADINGS.contains(element.normalName())) {
        for (Open anchor : open) {
          if (anchor.headline) {
            break; // so are the links around it
          }
          anchor.headline = true;
        }
      }
      if (isLink(element)) {
        Open anchor = new Open(element, place);
        open.push(anchor);
        if (anchors.size() < MOST) {
          anchors.add(anchor);
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        around.pop();
        if (isLink(element)) {
          open.pop();
        }
      }
    }

    private Place place(Element element, Place around) {
      String name = element.normalName();
      if (name.equals("body")) {
        return new Place(false, false, false);
      }
      boolean article = name.equals("article");
      boolean inside = article || name.equals("main");
      return new Place(
          around.apart || isApart(element, name),
          (around.header && !inside) || (name.equals("header") && !withHeadline.contains(element)),
          HEADINGS.contains(name) || (around.heading && !article));
    }

    private static boolean isApart(Element element, String name) {
      return OUTSIDE_TAGS.contains(name)
          || (element.attributesSize() > 0
              && (OUTSIDE_ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))
                  || OUTSIDE_NAME.matcher(element.className().toLowerCase(Locale.ROOT)).find()
                  || OUTSIDE_NAME.matcher(element.id().toLowerCase(Locale.ROOT)).find()));
    }

    private static boolean isLink(Element element) {
      return element.normalName().equals("a") && element.hasAttr("href");
    }
  }

  private static Set<Element> identities() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
