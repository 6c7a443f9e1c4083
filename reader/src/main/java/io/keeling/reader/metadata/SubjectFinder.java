package io.keeling.reader.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.reader.structured.Thing;
import io.keeling.reader.wording.Folded;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Finds the section and the keywords that the outlet filed the article under. */
public final class SubjectFinder {

  private static final int MOST_KEYWORDS = 30;
  private static final int LONGEST = 80;

  /** Separator of sections. It has no space after it, as "Arts, Books & Music" is one section. */
  private static final Pattern LIST = Pattern.compile("[,;](?=\\S)");

  private SubjectFinder() {}

  public static @Nullable Chosen<String> section(PageEvidence evidence) {
    String outlet = Folded.of(OutletFinder.name(evidence));
    Chosen<String> section =
        section(
            evidence,
            evidence.structured().ofArticle("articleSection"),
            "json-ld:articleSection",
            outlet);
    return section != null
        ? section
        : section(
            evidence,
            evidence.metas().firstOf("article:section", "section", "parsely-section"),
            "meta:section",
            outlet);
  }

  private static @Nullable Chosen<String> section(
      PageEvidence evidence, @Nullable String text, String origin, String outlet) {
    if (text == null) {
      return null;
    }
    String section = firstSection(text, outlet);
    evidence.consider("section", text, origin, section == null ? 0 : 1);
    return section == null ? null : new Chosen<>(section, origin);
  }

  /** Returns the first section of a list that is neither an address nor the outlet, or null. */
  private static @Nullable String firstSection(String text, String outlet) {
    for (String part : LIST.split(text)) {
      String section = part.strip();
      String folded = Folded.of(section);
      if (!folded.isEmpty()
          && section.length() <= LONGEST
          && !section.startsWith("http")
          && !folded.equals(outlet)) {
        return section;
      }
    }
    return null;
  }

  /** Returns the outlet's own keywords, in its order, without repetitions. */
  public static Chosen<List<String>> keywords(PageEvidence evidence) {
    Set<String> words = new LinkedHashSet<>();
    Thing article = evidence.structured().article();
    if (article != null) {
      add(article.node().path("keywords"), words);
    }
    if (!words.isEmpty()) {
      return keywords(evidence, words, "json-ld:keywords");
    }
    List<String> tags = evidence.metas().all("article:tag");
    boolean tagged = !tags.isEmpty();
    (tagged ? tags : evidence.metas().all("news_keywords")).forEach(text -> split(text, words));
    if (words.isEmpty()) {
      evidence.metas().all("keywords").forEach(text -> split(text, words));
    }
    return keywords(evidence, words, tagged ? "meta:article:tag" : "meta:keywords");
  }

  private static Chosen<List<String>> keywords(
      PageEvidence evidence, Set<String> words, String origin) {
    words.forEach(word -> evidence.consider("keywords", word, origin, 1));
    return new Chosen<>(List.copyOf(words), origin);
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
