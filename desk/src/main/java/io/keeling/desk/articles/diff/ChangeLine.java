package io.keeling.desk.articles.diff;

import io.keeling.desk.messages.Messages;
import io.keeling.search.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in one line what changed: "21 % to 19 %; a quote of Mara Quill removed". */
public final class ChangeLine {

  /** Maximum number of remarks on one line. */
  private static final int MOST = 4;

  /** Length to which correction notes are cut, in characters: a sentence or two. */
  private static final int NOTE_CHARACTERS = 300;

  private ChangeLine() {}

  /** Puts the remarks on one line. If there are none, the line says that nothing changed. */
  public static String of(List<Remark> remarks, Messages messages) {
    if (remarks.isEmpty()) {
      return messages.of("diff.nothing");
    }
    List<String> parts = new ArrayList<>();
    // If only one remark would be left over, it is shown rather than counted.
    int shown = remarks.size() <= MOST + 1 ? remarks.size() : MOST;
    remarks.subList(0, shown).forEach(remark -> parts.add(of(remark, messages)));
    if (remarks.size() > shown) {
      parts.add(messages.of("diff.more", "count", remarks.size() - shown));
    }
    return String.join("; ", parts);
  }

  private static String of(Remark remark, Messages messages) {
    String key = "diff.remark-" + remark.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return switch (remark.kind()) {
      case CORRECTION_NOTE -> note(orEmpty(remark.after()), messages);
      case FIGURE ->
          messages.of(key, "before", orEmpty(remark.before()), "after", orEmpty(remark.after()));
      case QUOTE_REMOVED, QUOTE_CHANGED, QUOTE_ADDED ->
          remark.who() == null
              ? messages.of(key)
              : messages.of(key + "-by", "who", orEmpty(remark.who()));
      case AUTHOR_REMOVED, AUTHOR_ADDED -> messages.of(key, "who", orEmpty(remark.who()));
      case TITLE, SUBTITLE, PUBLISHED, CORRECTION_NOTE_REMOVED -> messages.of(key);
      case PARAGRAPHS_REMOVED, PARAGRAPHS_ADDED, PARAGRAPHS_MOVED, PARAGRAPHS_CHANGED ->
          messages.of(key, "count", remark.count() == null ? 0 : remark.count());
    };
  }

  /** An outlet's correction note, as part of a line. */
  public static String note(String note, Messages messages) {
    return messages.of(
        "diff.remark-correction-note", "note", Excerpt.beginning(note, NOTE_CHARACTERS).text());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
