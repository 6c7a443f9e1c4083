package io.keeling.reader.structured;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.reader.wording.WordList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Converts an article's body as content systems keep it, HTML in strings or lists of typed blocks,
 * to HTML. Knows no particular system: a block's text is under one of a few usual keys. One
 * instance serves one page; not thread-safe.
 */
final class RichText {

  private static final int DEEPEST = 14;

  /** Characters converted; longer bodies are archives. */
  private static final int MOST_CHARACTERS = 400_000;

  /** Keys of a block's text, the likeliest first. */
  private static final List<String> TEXT_KEYS =
      List.copyOf(WordList.load("words/rich-text-key.txt"));

  private static final List<String> TAG_KEYS =
      List.of("tag", "tagName", "nodeName", "name", "type");

  private static final Set<String> INLINE =
      Set.of(
          "a", "b", "i", "u", "em", "strong", "span", "sub", "sup", "small", "mark", "abbr", "cite",
          "q", "code", "s", "del", "ins", "time");

  private static final Set<String> CONTAINERS =
      Set.of("ul", "ol", "div", "section", "blockquote", "table", "tbody", "tr", "aside", "figure");

  private static final Set<String> BLOCK = blockTags();

  /** Kinds of nodes within a line. */
  private static final Set<String> RUNS =
      Set.of("text", "span", "link", "textnode", "hyperlink", "bold", "italic", "fragment");

  private static final List<String> TYPE_KEYS = List.of("type", "_type", "__typename", "kind");

  /** Parts of the names of blocks that are not text of the article. */
  private static final List<String> OTHER_KINDS =
      List.copyOf(WordList.load("words/rich-text-no-text.txt"));

  private static final Set<String> ADVERTS = Set.of("ad", "ads", "cta", "figure");

  private final Map<String, JsonNode> entities;
  private final StringBuilder html = new StringBuilder();

  /**
   * Creates a writer.
   *
   * @param entities objects that blocks may refer to by {@code __ref}
   */
  RichText(Map<String, JsonNode> entities) {
    this.entities = entities;
  }

  private static Set<String> blockTags() {
    Set<String> tags = new HashSet<>(CONTAINERS);
    tags.addAll(
        List.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "pre", "figcaption"));
    return Set.copyOf(tags);
  }

  /** Returns the HTML of a body; empty if it holds no text or summarises other articles. */
  String write(JsonNode body) {
    html.setLength(0);
    if (body.isArray() && isTeaserList(body)) {
      return "";
    }
    block(body, 0, false);
    return html.toString();
  }

  private void block(@Nullable JsonNode given, int depth, boolean inLine) {
    JsonNode node = given == null ? null : resolve(given);
    if (node == null || depth > DEEPEST || html.length() > MOST_CHARACTERS) {
      return;
    }
    if (node.isTextual()) {
      text(node.asText(), inLine);
    } else if (node.isArray()) {
      boolean runs = !inLine && isRuns(node);
      html.append(runs ? "<p>" : "");
      node.forEach(part -> block(part, depth + 1, inLine || runs));
      html.append(runs ? "</p>" : "");
    } else if (node.isObject()) {
      object(node, depth, inLine);
    }
  }

  private void object(JsonNode node, int depth, boolean inLine) {
    String kind = kind(node);
    JsonNode text = isOther(kind) ? null : content(node);
    if (text == null) {
      return;
    }
    String tag = tag(node, kind);
    if (tag.isEmpty()) {
      block(text, depth + 1, inLine);
    } else {
      html.append('<').append(tag).append('>');
      block(text, depth + 1, !CONTAINERS.contains(tag));
      html.append("</").append(tag).append('>');
    }
  }

  private void text(String text, boolean inLine) {
    if (inLine) {
      html.append(text);
    } else if (text.contains("</p>") || text.contains("<br")) {
      html.append("<div>").append(text).append("</div>");
    } else if (!text.isBlank()) {
      for (String line : text.split("\\n\\s*\\n", -1)) {
        html.append("<p>").append(line).append("</p>");
      }
    }
  }

  /** Returns the first member that holds text or may hold it, or null. */
  private static @Nullable JsonNode content(JsonNode node) {
    for (String key : TEXT_KEYS) {
      JsonNode value = node.get(key);
      if (value != null && (value.isTextual() || (value.isContainerNode() && !value.isEmpty()))) {
        return value;
      }
    }
    return null;
  }

  /** Returns the HTML tag that a node names or that fits its kind, or empty. */
  private static String tag(JsonNode node, String kind) {
    for (String key : TAG_KEYS) {
      JsonNode value = node.get(key);
      if (value != null && value.isTextual()) {
        String tag = value.asText().toLowerCase(Locale.ROOT);
        if (INLINE.contains(tag) || BLOCK.contains(tag)) {
          return tag;
        }
      }
    }
    return kind.contains("head") && !kind.equals("header")
        ? "h2"
        : kind.equals("paragraph") ? "p" : "";
  }

  /**
   * Whether the parts are runs of one line. Parts of unknown kind count as runs, unless each ends
   * like a sentence.
   */
  private static boolean isRuns(JsonNode parts) {
    boolean open = false;
    boolean told = false;
    boolean texts = parts.size() > 1;
    for (JsonNode part : parts) {
      if (part.isTextual() || !part.isObject()) {
        return false;
      }
      String kind = kind(part);
      boolean run = RUNS.contains(kind) || INLINE.contains(tag(part, kind));
      JsonNode text = content(part);
      if (!run && (!kind.isEmpty() || text == null || !text.isTextual())) {
        return false;
      }
      told |= run;
      open |= text != null && text.isTextual() && !text.asText().strip().endsWith(".");
      texts &= kind.equals("text"); // some systems give paragraphs this name
    }
    return open || (told && !texts);
  }

  private JsonNode resolve(JsonNode node) {
    JsonNode reference = node.isObject() ? node.get("__ref") : null;
    JsonNode entity = reference == null ? null : entities.get(reference.asText());
    return entity == null ? node : entity;
  }

  private static String kind(JsonNode node) {
    for (String key : TYPE_KEYS) {
      JsonNode value = node.get(key);
      if (value != null && value.isTextual()) {
        return value.asText().toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  private static boolean isOther(String kind) {
    return ADVERTS.contains(kind) || OTHER_KINDS.stream().anyMatch(kind::contains);
  }

  /** Whether the blocks are teasers, which have a headline and an address each. */
  private boolean isTeaserList(JsonNode list) {
    int teasers = 0;
    for (JsonNode given : list) {
      JsonNode item = resolve(given);
      boolean titled = item.has("title") || item.has("headline") || item.has("name");
      boolean linked =
          item.has("url")
              || item.has("href")
              || item.has("slug")
              || item.has("link")
              || item.has("permalink")
              || item.has("path");
      teasers += titled && linked ? 1 : 0;
    }
    return teasers >= 2 || (teasers == 1 && list.size() == 1);
  }
}
