package io.keeling.ingest.reader.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.ingest.reader.outline.Block;
import io.keeling.ingest.reader.structured.Thing;
import io.keeling.ingest.reader.wording.Folded;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the authors: the first origin that names people wins, in the order of how often it is
 * right. Where none names a person, the agency, institution or desk of the byline is the author;
 * the outlet itself never is. Stateless.
 */
public final class AuthorFinder {

  /** Metadata that are written for those who count authors. */
  private static final List<String> CAREFUL_METAS =
      List.of(
          "parsely-author", "sailthru.author", "citation_author", "byl", "rbauthors", "bt:author");

  private static final List<String> METAS =
      List.of(
          "author",
          "article:author",
          "og:article:author",
          "dc.creator",
          "dcterms.creator",
          "dc.contributor",
          "article.author",
          "authors",
          "creator",
          "shareaholic:article_author_name",
          "cxenseparse:author");

  /** A standfirst may stand before the paragraph that begins with the dateline. */
  private static final int DATELINE_BLOCKS = 3;

  /** Takes names out of the text of a byline. */
  private interface NameReader {
    List<String> names(String byline, boolean trusted);
  }

  private final Evidence evidence;
  private final NameReader reader;
  private final boolean people;
  private final OutletNames outlet;

  private AuthorFinder(Evidence evidence, boolean people) {
    this.evidence = evidence;
    this.reader = people ? AuthorNames::in : CollectiveNames::in;
    this.people = people;
    this.outlet = new OutletNames(evidence);
  }

  /** The authors of a page; an empty list where it names none. */
  public static Chosen<List<String>> find(Evidence evidence, @Nullable Block headline) {
    AuthorFinder finder = new AuthorFinder(evidence, true);
    List<Supplier<Chosen<List<String>>>> origins =
        List.of(
            finder::structured,
            () -> finder.metas(CAREFUL_METAS),
            () -> finder.visible(Bylines.marked(evidence.outline(), headline)),
            () -> finder.visible(Bylines.lines(evidence.outline(), headline)),
            finder::labelled,
            () -> finder.metas(METAS),
            () -> finder.visible(Bylines.named(evidence.outline(), headline)));
    Chosen<List<String>> handle = null;
    for (Supplier<Chosen<List<String>>> origin : origins) {
      Chosen<List<String>> chosen = origin.get();
      if (chosen != null && chosen.value().stream().anyMatch(NameShape::isFullName)) {
        return isOutspoken(handle, chosen) ? handle : finder.completed(chosen, headline);
      }
      handle = handle == null ? chosen : handle;
    }
    return orNone(handle);
  }

  /** Whether a byline names someone by one word, and a meta element the maker of the site. */
  private static boolean isOutspoken(
      @Nullable Chosen<List<String>> handle, Chosen<List<String>> full) {
    return handle != null
        && handle.origin().equals(Bylines.TEXT)
        && full.origin().startsWith("meta:")
        && folded(full.value()).stream()
            .noneMatch(name -> folded(handle.value()).stream().anyMatch(name::contains));
  }

  /** A visible byline that names the same author and others has them all. */
  private Chosen<List<String>> completed(Chosen<List<String>> chosen, @Nullable Block headline) {
    Chosen<List<String>> line = visible(Bylines.lines(evidence.outline(), headline));
    return line != null
            && line.value().size() > chosen.value().size()
            && folded(line.value()).containsAll(folded(chosen.value()))
        ? line
        : chosen;
  }

  private static List<String> folded(List<String> names) {
    return names.stream().map(Folded::of).toList();
  }

  /** The authors that stand in or right behind the text, where nothing else names them. */
  public static Chosen<List<String>> inText(Evidence evidence, List<Block> text) {
    return orNone(
        new AuthorFinder(evidence, true).visible(Bylines.aroundText(evidence.outline(), text)));
  }

  /** The agency, institution or desk that a byline names, for pages that name no person. */
  public static Chosen<List<String>> collective(
      Evidence evidence, @Nullable Block headline, List<Block> text) {
    AuthorFinder finder = new AuthorFinder(evidence, false);
    List<Supplier<Chosen<List<String>>>> origins =
        List.of(
            finder::structured,
            () -> finder.metas(CAREFUL_METAS),
            () -> finder.visible(Bylines.marked(evidence.outline(), headline)),
            () -> finder.visible(Bylines.lines(evidence.outline(), headline)),
            () -> finder.visible(Bylines.named(evidence.outline(), headline)),
            finder::labelled,
            () -> finder.metas(METAS),
            () -> finder.visible(Bylines.aroundText(evidence.outline(), text)),
            () -> finder.dateline(text));
    return orNone(
        origins.stream().map(Supplier::get).filter(Objects::nonNull).findFirst().orElse(null));
  }

  private @Nullable Chosen<List<String>> dateline(List<Block> text) {
    for (Block block : text.subList(0, Math.min(DATELINE_BLOCKS, text.size()))) {
      List<String> names = CollectiveNames.inDateline(block.text());
      if (!names.isEmpty() && !outlet.has(names.get(0))) {
        evidence.consider("authors", names.get(0), "dateline", 1);
        return new Chosen<>(names, "dateline");
      }
    }
    return null;
  }

  private static Chosen<List<String>> orNone(@Nullable Chosen<List<String>> chosen) {
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
      if (people && type.endsWith("organization")) {
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
      if (name != null && !(people && thing.is("organization")) && id.equals(thing.text("@id"))) {
        names.add(name);
        return;
      }
    }
  }

  /** Meta elements that name a firm mean the maker of the site; a desk must call itself one. */
  private @Nullable Chosen<List<String>> metas(List<String> metas) {
    for (String meta : metas) {
      Chosen<List<String>> chosen =
          chosen(
              evidence.metas().all(meta).stream().map(AuthorFinder::plain).toList(),
              "meta:" + meta,
              people || metas != METAS);
      if (chosen != null) {
        return chosen;
      }
    }
    return null;
  }

  /** Cards for social networks name their fields: "Written by", then the name. */
  private @Nullable Chosen<List<String>> labelled() {
    String label = evidence.metas().first("twitter:label1");
    String value = evidence.metas().first("twitter:data1");
    return label != null && value != null && AuthorNames.hasPrefix(label)
        ? chosen(List.of(plain(value)), "meta:twitter:data1", true)
        : null;
  }

  private static String plain(String text) {
    return text.indexOf('&') < 0 ? text : org.jsoup.parser.Parser.unescapeEntities(text, false);
  }

  private @Nullable Chosen<List<String>> visible(List<Bylines.Byline> bylines) {
    for (Bylines.Byline byline : bylines) {
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
      if (outlet.has(text)) {
        continue;
      }
      for (String name : reader.names(text, trusted)) {
        boolean accepted = !outlet.has(name);
        evidence.consider("authors", name, origin, accepted ? 1 : 0);
        if (accepted && names.stream().noneMatch(n -> Folded.of(n).equals(Folded.of(name)))) {
          names.add(name);
        }
      }
    }
    return names.isEmpty() ? null : new Chosen<>(List.copyOf(names), origin);
  }
}
