package io.keeling.ingest.reader.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.ingest.reader.outline.Block;
import io.keeling.ingest.reader.structured.Thing;
import io.keeling.ingest.reader.wording.Folded;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the authors: the first origin that names people wins, in the order of how often it is
 * right. Outlets, desks and agencies are no authors. Stateless.
 */
public final class AuthorFinder {

  private static final String[] METAS = {
    "parsely-author", "sailthru.author", "citation_author", "byl", "author", "article:author", "og:article:author", "dc.creator", "dcterms.creator",
    "dc.contributor", "article.author", "rbauthors", "authors", "creator", "shareaholic:article_author_name", "bt:author", "cxenseparse:author", "twitter:data1"
  };

  private final Evidence evidence;
  private final Set<String> refused = new LinkedHashSet<>();

  private AuthorFinder(Evidence evidence) {
    this.evidence = evidence;
    refuse(TitleFinder.siteName(evidence));
    Thing article = evidence.structured().article();
    if (article != null) {
      JsonNode publisher = article.node().path("publisher");
      refuse(publisher.path("name").asText(""));
    }
    if (evidence.url() != null) {
      for (String part : evidence.url().replaceFirst("^https?://", "").split("/", 2)[0].split("\\.")) {
        refuse(part);
      }
    }
  }

  private void refuse(String name) {
    String folded = Folded.of(name).replace(" ", "");
    if (folded.length() > 2) {
      refused.add(folded);
    }
  }

  /** The authors of a page; an empty list where it names none. */
  public static Chosen<List<String>> find(Evidence evidence, @Nullable Block headline) {
    AuthorFinder finder = new AuthorFinder(evidence);
    Chosen<List<String>> chosen = finder.structured();
    if (chosen == null) {
      chosen = finder.metas();
    }
    if (chosen == null) {
      chosen = finder.visible(headline);
    }
    return chosen == null ? new Chosen<>(List.of(), "none") : chosen;
  }

  private @Nullable Chosen<List<String>> structured() {
    Thing article = evidence.structured().article();
    if (article == null) {
      return null;
    }
    List<String> names = new ArrayList<>();
    collect(article.node().get("author"), names);
    if (names.isEmpty()) {
      collect(article.node().get("creator"), names);
    }
    return chosen(names, "json-ld:author", true);
  }

  private void collect(@Nullable JsonNode node, List<String> names) {
    if (node == null) {
      return;
    }
    if (node.isArray()) {
      node.forEach(n -> collect(n, names));
    } else if (node.isObject()) {
      String type = node.path("@type").asText("").toLowerCase(Locale.ROOT);
      if (type.endsWith("organization")) {
        return;
      }
      String name = new Thing(node, false).text("name");
      if (name != null) {
        names.add(name);
      } else if (node.has("@id")) {
        byId(node.get("@id").asText(), names);
      }
    } else if (node.isTextual()) {
      names.add(org.jsoup.parser.Parser.unescapeEntities(node.asText(), false));
    }
  }

  private void byId(String id, List<String> names) {
    for (Thing thing : evidence.structured().things()) {
      String name = thing.text("name");
      if (name != null && !thing.is("organization") && id.equals(thing.text("@id"))) {
        names.add(name);
        return;
      }
    }
  }

  private @Nullable Chosen<List<String>> metas() {
    for (String meta : METAS) {
      Chosen<List<String>> chosen =
          chosen(
              evidence.metas().all(meta).stream().map(AuthorFinder::plain).toList(),
              "meta:" + meta,
              true);
      if (chosen != null) {
        return chosen;
      }
    }
    return null;
  }

  private static String plain(String text) {
    return text.indexOf('&') < 0 ? text : org.jsoup.parser.Parser.unescapeEntities(text, false);
  }

  private @Nullable Chosen<List<String>> visible(@Nullable Block headline) {
    for (Bylines.Byline byline : Bylines.of(evidence.outline(), headline)) {
      Chosen<List<String>> chosen = chosen(byline.texts(), byline.origin(), byline.trusted());
      if (chosen != null) {
        return chosen;
      }
    }
    return null;
  }

  private @Nullable Chosen<List<String>> chosen(
      List<String> texts, String origin, boolean trusted) {
    Set<String> names = new LinkedHashSet<>();
    for (String text : texts) {
      for (String name : AuthorNames.in(text, trusted)) {
        boolean accepted = !refused.contains(Folded.of(name).replace(" ", ""));
        evidence.consider("authors", name, origin, accepted ? 1 : 0);
        if (accepted && names.stream().noneMatch(n -> Folded.of(n).equals(Folded.of(name)))) {
          names.add(name);
        }
      }
    }
    return names.isEmpty() ? null : new Chosen<>(List.copyOf(names), origin);
  }
}
