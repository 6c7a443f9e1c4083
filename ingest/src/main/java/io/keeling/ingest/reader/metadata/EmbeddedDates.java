package io.keeling.ingest.reader.metadata;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for dates where nothing else gives one: in the title and description, and under telling
 * names in the page's scripts.
 */
final class EmbeddedDates {

  /** Bounds the search on pages that are mostly script. */
  private static final int MOST_CHARACTERS = 1_000_000;

  private static final Pattern SCRIPTED =
      Pattern.compile(
          "(?:date_?published|published_?(?:at|on|date|time|first)?|publish_?(?:date|time)|pub_?date|first_?published|"
              + "display_?date|created_?at|creation_?date|(?<=[\\s,{\"'])date)(?:\"|'|&quot;|\\\\\")?\\s*[:=]\\s*(?:\"|'|&quot;|\\\\\")"
              + "(\\d{2,4}[-./]\\d\\d[-./]\\d{2,4}[^\"'&\\\\]{0,20})",
          Pattern.CASE_INSENSITIVE);

  private EmbeddedDates() {}

  static void collect(Evidence evidence, DateList dates, String html) {
    dates.addLine(evidence.outline().documentTitle(), "title-element", "title", 2);
    String description = evidence.metas().firstOf("description", "og:description");
    if (description != null) {
      dates.addLine(description, "meta:description", "description", 1.5);
    }
    if (dates.isEmpty()) {
      Matcher matcher =
          SCRIPTED.matcher(
              html.length() > MOST_CHARACTERS ? html.substring(0, MOST_CHARACTERS) : html);
      if (matcher.find()) {
        dates.addText(matcher.group(1), "script", "script", 1);
      }
    }
  }
}
