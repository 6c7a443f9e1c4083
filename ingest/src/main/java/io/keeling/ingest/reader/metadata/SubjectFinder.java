package io.keeling.ingest.reader.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.ingest.reader.structured.Thing;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Finds the section and the keywords that the outlet filed the article under. Stateless. */
public final class SubjectFinder {

  private static final int MOST_KEYWORDS = 30;
  private static final int LONGEST = 80;

  private SubjectFinder() {}

  /** The outlet's own section, or null. */
  public static @Nullable Chosen<String> section(Evidence evidence) {
    String section = evidence.structured().ofArticle("articleSection");
    if (section != null && section.length() <= LONGEST) {
      return new Chosen<>(section, "json-ld:articleSection");
    }
    section = evidence.metas().firstOf("article:section", "section", "parsely-section");
    return section != null && section.length() <= LONGEST && !section.startsWith("http")
        ? new Chosen<>(section, "meta:section")
        : null;
  }

  /** The outlet's own keywords, in its order, without repetitions. */
  public static Chosen<List<String>> keywords(Evidence evidence) {
    Set<String> words = new LinkedHashSet<>();
    Thing article = evidence.structured().article();
    if (article != null) {
      add(article.node().path("keywords"), words);
    }
    if (!words.isEmpty()) {
      return new Chosen<>(List.copyOf(words), "json-ld:keywords");
    }
    List<String> tags = evidence.metas().all("article:tag");
    boolean tagged = !tags.isEmpty();
    (tagged ? tags : evidence.metas().all("news_keywords")).forEach(text -> split(text, words));
    if (words.isEmpty()) {
      evidence.metas().all("keywords").forEach(text -> split(text, words));
    }
    return new Chosen<>(List.copyOf(words), tagged ? "meta:article:tag" : "meta:keywords");
  }

  private static void add(JsonNode node, Set<String> words) {
    if (node.isArray()) {
      node.forEach(item -> add(item, words));
    } else if (node.isTextual()) {
      split(node.asText(), words);
    }
  }

  private static void split(String text, Set<String> words) {
    for (String word : Parser.unescapeEntities(text, false).split("[,;]")) {
      String keyword = word.strip();
      if (!keyword.isEmpty() && keyword.length() <= LONGEST && words.size() < MOST_KEYWORDS) {
        words.add(keyword);
      }
    }
  }
}
