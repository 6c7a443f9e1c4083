package io.keeling.reader.authors;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.article.ArticleLimits;
import io.keeling.reader.metadata.PageEvidence;
import io.keeling.reader.structured.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads the authors that a page's JSON-LD and meta elements declare. */
final class DeclaredAuthors {

  private static final int DEEPEST = 3;

  /** Maximum number of items read of a list: four for each author that is kept. */
  private static final int MOST = 4 * ArticleLimits.AUTHORS;

  private DeclaredAuthors() {}

  /**
   * Returns the names of the article's authors in JSON-LD.
   *
   * @param people whether organisations are left out
   */
  static List<String> structured(PageEvidence evidence, boolean people) {
    Thing article = evidence.structured().article();
    List<String> names = new ArrayList<>();
    if (article != null) {
      collect(evidence, article.node().get("author"), people, 0, names);
      if (names.isEmpty()) {
        collect(evidence, article.node().get("creator"), people, 0, names);
      }
    }
    return names;
  }

  /** Returns the names of the authors of the page that holds the article, in JSON-LD. */
  static List<String> ofPage(PageEvidence evidence) {
    Thing page = evidence.structured().page();
    List<String> names = new ArrayList<>();
    if (page != null) {
      collect(evidence, page.node().get("author"), true, 0, names);
    }
    return names;
  }

  private static void collect(
      PageEvidence evidence,
      @Nullable JsonNode node,
      boolean people,
      int depth,
      List<String> names) {
    if (node == null || depth > DEEPEST || names.size() >= MOST) {
      return;
    }
    if (node.isArray()) {
      for (int i = 0; i < Math.min(MOST, node.size()); i++) {
        collect(evidence, node.get(i), people, depth + 1, names);
      }
    } else if (node.isTextual()) {
      String text = node.asText();
      if (text.startsWith("http") || text.startsWith("#")) {
        byId(evidence, text, people, names);
      } else {
        names.add(plain(plain(text)));
      }
    } else if (node.isObject() && !(people && isOrganisation(node))) {
      JsonNode name = node.get("name");
      String own = ownName(node);
      if (name != null && (name.isArray() || name.isObject())) {
        collect(evidence, name, people, depth + 1, names);
      } else if (own != null) {
        names.add(own);
      } else if (node.has("@id")) {
        byId(evidence, node.get("@id").asText(), people, names);
      }
    }
  }

  private static @Nullable String ownName(JsonNode node) {
    Thing thing = new Thing(node, false);
    String name = thing.text("name");
    if (name != null) {
      return name;
    }
    String given = thing.text("givenName");
    String family = thing.text("familyName");
    return given == null || family == null ? thing.text("@value") : given + " " + family;
  }

  private static boolean isOrganisation(JsonNode node) {
    JsonNode type = node.path("@type");
    if (type.isArray()) {
      boolean organisation = false;
      for (JsonNode one : type) {
        String local = one.asText().toLowerCase(Locale.ROOT);
        if (local.endsWith("person")) {
          return false;
        }
        organisation |= local.endsWith("organization");
      }
      return organisation;
    }
    return type.asText("").toLowerCase(Locale.ROOT).endsWith("organization");
  }

  private static void byId(PageEvidence evidence, String id, boolean people, List<String> names) {
    for (Thing thing : evidence.structured().things()) {
      String name = thing.text("name");
      if (name != null
          && id.equals(thing.text("@id"))
          && !(people && isOrganisation(thing.node()))) {
        names.add(name);
        return;
      }
    }
  }

  /** Resolves the HTML entities of a text. */
  static String plain(String text) {
    return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
  }
}
