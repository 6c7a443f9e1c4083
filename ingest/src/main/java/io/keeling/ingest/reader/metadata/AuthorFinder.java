package io.keeling.ingest.reader.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.ingest.reader.structured.Thing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the authors. Stateless. */
public final class AuthorFinder {

  private AuthorFinder() {}

  /** The authors of a page; an empty list where it names none. */
  public static Chosen<List<String>> find(Evidence evidence) {
    List<String> names = new ArrayList<>();
    Thing article = evidence.structured().article();
    if (article != null) {
      collect(article.node().get("author"), names);
      if (!names.isEmpty()) {
        return new Chosen<>(names, "json-ld:author");
      }
    }
    String meta =
        evidence.metas().firstOf("author", "parsely-author", "sailthru.author", "dc.creator");
    if (meta != null && !meta.startsWith("http")) {
      return new Chosen<>(List.of(meta), "meta:author");
    }
    return new Chosen<>(List.of(), "none");
  }

  private static void collect(@Nullable JsonNode node, List<String> names) {
    if (node == null) {
      return;
    }
    if (node.isArray()) {
      node.forEach(n -> collect(n, names));
    } else if (node.isObject()) {
      collect(node.get("name"), names);
    } else if (node.isTextual() && !node.asText().startsWith("http")) {
      names.add(node.asText().strip());
    }
  }
}
