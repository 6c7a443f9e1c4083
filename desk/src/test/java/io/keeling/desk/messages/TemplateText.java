package io.keeling.desk.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds words that a template shows without asking the reader's language for them. */
final class TemplateText {

  /** Attributes that are read out or shown. */
  private static final Pattern SHOWN =
      Pattern.compile("(?:aria-label|aria-description|title|placeholder|alt|content)=\"([^\"]*)\"");

  private static final Pattern LETTERS = Pattern.compile("\\p{L}[\\p{L}’-]*");

  private TemplateText() {}

  static List<String> of(String template) {
    String markup = withoutCode(template);
    List<String> words = new ArrayList<>();
    Matcher tags = Pattern.compile("<[^>]*>").matcher(markup);
    StringBuilder text = new StringBuilder();
    while (tags.find()) {
      String tag = tags.group();
      tags.appendReplacement(text, " ");
      if (!tag.startsWith("<meta ")) {
        Matcher shown = SHOWN.matcher(tag);
        while (shown.find()) {
          addWords(words, shown.group(1));
        }
      }
    }
    tags.appendTail(text);
    // The names of keys are the same in every language.
    addWords(words, text.toString().replaceAll("&[a-z#0-9]+;", " "));
    return words;
  }

  private static void addWords(List<String> words, String text) {
    Matcher matcher = LETTERS.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
  }

  /** Takes away expressions, statements and directives, keeping strings within them together. */
  private static String withoutCode(String template) {
    String markup =
        template
            .replaceAll("(?m)^@(?:import|param) .*$", "")
            .replaceAll("<kbd>[^<]*</kbd>", "")
            .replaceAll("@(?:else(?!if)|endif|endfor)", "");
    StringBuilder kept = new StringBuilder();
    int at = 0;
    while (at < markup.length()) {
      if (markup.startsWith("${", at) || markup.startsWith("!{", at)) {
        at = end(markup, at + 1, '{', '}');
      } else if (markup.startsWith("@`", at) || markup.startsWith("`", at)) {
        at += markup.charAt(at) == '@' ? 2 : 1;
      } else if (markup.startsWith("@template.layout(", at)) {
        // Its parameters hold the page: their names and expressions end where the content begins.
        at = markup.indexOf('`', at);
      } else if (markup.startsWith("@for(", at)
          || markup.startsWith("@if(", at)
          || markup.startsWith("@elseif(", at)
          || markup.startsWith("@template.", at)) {
        at = end(markup, markup.indexOf('(', at), '(', ')');
      } else if (markup.startsWith(", content = ", at)) {
        at += ", content = ".length();
      } else {
        kept.append(markup.charAt(at++));
      }
    }
    return kept.toString();
  }

  private static int end(String markup, int from, char open, char close) {
    int depth = 0;
    boolean quoted = false;
    for (int i = from; i < markup.length(); i++) {
      char c = markup.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == open) {
        depth++;
      } else if (!quoted && c == close && --depth == 0) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException("never closed: " + markup.substring(from));
  }
}
