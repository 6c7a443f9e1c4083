package io.keeling.ingest.listing;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The namespaces of the elements of one feed. An undeclared prefix has its usual meaning. Names are
 * in lower case.
 */
final class FeedNamespaces {

  static final String ATOM = "http://www.w3.org/2005/Atom";
  static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

  /**
   * Namespace of the outlet's own address of an entry, in feeds where FeedBurner replaced the link
   * by a redirect.
   */
  static final String FEEDBURNER = "http://rssnamespace.org/feedburner/ext/1.0";

  private static final String DUBLIN_CORE_TERMS = "http://purl.org/dc/terms/";
  private static final String ATOM_03 = "http://purl.org/atom/ns#";

  private static final String PRISM = "http://prismstandard.org/namespaces/";

  private static final Map<String, String> USUAL =
      Map.of(
          "atom", ATOM,
          "dc", DUBLIN_CORE,
          "dcterms", DUBLIN_CORE_TERMS,
          "feedburner", FEEDBURNER,
          "prism", PRISM);

  private static final Set<String> DATED = Set.of(ATOM, ATOM_03, DUBLIN_CORE, DUBLIN_CORE_TERMS);

  private static final String DECLARATION = "xmlns:";

  private final Map<String, String> declared;

  private FeedNamespaces(Map<String, String> declared) {
    this.declared = declared;
  }

  static FeedNamespaces of(Document document) {
    Map<String, String> declared = new HashMap<>(USUAL);
    for (Element element : document.getAllElements()) {
      if (element.attributesSize() > 0) {
        for (Attribute attribute : element.attributes()) {
          if (attribute.getKey().startsWith(DECLARATION)) {
            declared.put(
                attribute.getKey().substring(DECLARATION.length()), attribute.getValue().strip());
          }
        }
      }
    }
    return new FeedNamespaces(declared);
  }

  /**
   * Whether both elements are of one namespace. An element of another namespace may be the title or
   * link of something other than the entry.
   */
  boolean same(Element one, Element other) {
    return of(one).equals(of(other));
  }

  boolean in(String namespace, Element element) {
    return of(element).equals(namespace);
  }

  /** Whether the element is of a namespace whose dates are those of the entry itself. */
  boolean dated(Element element) {
    String namespace = of(element);
    return DATED.contains(namespace) || namespace.startsWith(PRISM);
  }

  private String of(Element element) {
    String prefix = element.tag().prefix();
    // jsoup puts elements with an undeclared prefix into the default namespace, so the prefix
    // decides.
    return prefix.isEmpty() ? element.tag().namespace() : declared.getOrDefault(prefix, prefix);
  }

  /** Returns an attribute's value, whatever its prefix; empty if there is none. */
  static String attribute(Element element, String name) {
    if (element.attributesSize() > 0) {
      for (Attribute attribute : element.attributes()) {
        String key = attribute.getKey();
        if (key.substring(key.indexOf(':') + 1).equals(name)) {
          return attribute.getValue().strip();
        }
      }
    }
    return "";
  }
}
