package io.keeling.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills page designs with the words of a story and of the other stories around it. A design is a
 * page with {@code {{name}}} for a text and {@code {{#name}}...{{/name}}} for a part that is
 * repeated; they stand in {@code designs/} beside this class.
 */
final class StoryPage {

  /** All designs, by name. */
  static final List<String> DESIGNS =
      List.of(
          "above-and-below",
          "accelerated",
          "articles-below",
          "bare-paragraphs",
          "bare-without-heading",
          "blog-software",
          "figures-between",
          "generated-classes",
          "inside-the-article",
          "items-below",
          "line-breaks",
          "linked-cards",
          "list-below",
          "members-only",
          "nothing-marked",
          "off-canvas",
          "own-elements",
          "posts-with-bylines",
          "related-before-body",
          "side-column",
          "stream-of-posts",
          "stream-without-headlines",
          "table-column",
          "teasers-above",
          "teasers-between",
          "utility-classes");

  private static final Pattern PART =
      Pattern.compile("\\{\\{#(\\w+)}}(.*?)\\{\\{/\\1}}", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("\\{\\{([\\w.]+)}}");
  private static final int HEADLINE_WORDS = 7;
  private static final int CREDIT_WORDS = 5;
  private static final int SHORT = 12;

  private StoryPage() {}

  /** Another story on the page; an empty string for what it does not have. */
  record Other(String caption, String credit, String text) {}

  /** A story, and what its page says besides. */
  record Story(
      String title,
      String caption,
      String credit,
      List<String> paragraphs,
      String heading,
      List<Other> others) {

    /** Reads the form of {@code designs/story.txt}, which is that of the seed article. */
    static Story read(String text) {
      List<String> chunks = List.of(text.strip().split("\n\\s*\n"));
      String[] picture = chunks.get(1).split("\n");
      List<String> paragraphs = new ArrayList<>();
      int at = 2;
      while (!chunks.get(at).startsWith("More from")) {
        paragraphs.add(chunks.get(at++).strip());
      }
      String heading = chunks.get(at++).strip();
      List<Other> others = new ArrayList<>();
      Other open = null;
      for (String chunk : chunks.subList(at, chunks.size())) {
        String[] lines = chunk.split("\n");
        for (String line : lines) {
          if (open != null && line.contains("/") && line.split(" ").length <= CREDIT_WORDS) {
            open = new Other(open.caption(), line.strip(), "");
          } else if (open != null && lines.length == 1 && line.split(" ").length > SHORT) {
            others.add(new Other(open.caption(), open.credit(), line.strip()));
            open = null;
          } else {
            if (open != null) {
              others.add(open);
            }
            open = new Other(line.strip(), "", "");
          }
        }
      }
      return new Story(
          chunks.get(0).strip(),
          picture[0].strip(),
          picture[1].strip(),
          paragraphs,
          heading,
          others);
    }

    /** The story of our own that the tests use. */
    static Story ofOurs() {
      return read(resource("designs/story.txt"));
    }
  }

  /** The page of a story in a design. */
  static String of(String design, Story story, String author, String dayText, String day) {
    Map<String, String> texts =
        Map.of(
            "title", story.title(),
            "caption", story.caption(),
            "credit", story.credit(),
            "heading", story.heading(),
            "site", story.heading().replaceFirst("^More from ", ""),
            "author", author,
            "dayText", dayText,
            "day", day);
    return fill(parts(resource("designs/" + design + ".html"), story), texts);
  }

  private static String parts(String template, Story story) {
    StringBuilder page = new StringBuilder();
    Matcher part = PART.matcher(template);
    int last = 0;
    while (part.find()) {
      page.append(template, last, part.start());
      last = part.end();
      List<String> paragraphs = story.paragraphs();
      int half = paragraphs.size() / 2;
      switch (part.group(1)) {
        case "paragraphs" -> paragraphs(page, part.group(2), paragraphs);
        case "head" -> paragraphs(page, part.group(2), paragraphs.subList(0, half));
        case "tail" -> paragraphs(page, part.group(2), paragraphs.subList(half, paragraphs.size()));
        case "above" -> others(page, part.group(2), story, 0, story.others().size() / 2);
        case "below" ->
            others(page, part.group(2), story, story.others().size() / 2, story.others().size());
        default -> others(page, part.group(2), story, 0, story.others().size());
      }
    }
    return page.append(template, last, template.length()).toString();
  }

  private static void paragraphs(StringBuilder page, String form, List<String> paragraphs) {
    paragraphs.forEach(text -> page.append(form.replace("{{.}}", escaped(text))));
  }

  private static void others(StringBuilder page, String form, Story story, int from, int to) {
    for (int i = from; i < to; i++) {
      Other other = story.others().get(i);
      String own = other.text().isEmpty() ? other.caption() : other.text();
      String[] words = own.split(" ");
      String headline =
          String.join(" ", List.of(words).subList(0, Math.min(HEADLINE_WORDS, words.length)));
      page.append(
          fill(
              form,
              Map.of(
                  "n", String.valueOf(i + 1),
                  "headline", headline,
                  "caption", other.caption(),
                  "credit", other.credit(),
                  "text", other.text())));
    }
  }

  private static String fill(String form, Map<String, String> texts) {
    return NAME.matcher(form)
        .replaceAll(
            found -> {
              String text = texts.get(found.group(1));
              return Matcher.quoteReplacement(text == null ? found.group() : escaped(text));
            });
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  static String resource(String name) {
    try (InputStream stream = StoryPage.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
