package io.keeling.reader.dates;

import io.keeling.reader.metadata.PageEvidence;
import io.keeling.reader.outline.Box;
import io.keeling.reader.structured.Thing;
import io.keeling.reader.wording.WordList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the dates that a page gives for machines: JSON-LD, meta elements, microdata, address.
 * Weights are how often each was right on pages labelled by people, in tenths.
 */
final class DeclaredDates {

  private static final String JSON_LD = "json-ld";
  private static final String META = "meta";
  static final String URL = "url";
  private static final List<String> PUBLISHED =
      List.copyOf(WordList.load("words/published-metas.txt"));
  private static final List<String> MODIFIED =
      List.copyOf(WordList.load("words/modified-metas.txt"));

  private DeclaredDates() {}

  static void published(PageEvidence evidence, DateList dates) {
    Thing article = evidence.structured().article();
    if (article != null) {
      dates.addText(article.text("datePublished"), "json-ld:datePublished", JSON_LD, 8.7);
      dates.addText(article.text("dateCreated"), "json-ld:dateCreated", JSON_LD, 5);
    }
    Thing page = evidence.structured().page();
    if (page != null) {
      dates.addText(page.text("datePublished"), "json-ld:WebPage.datePublished", JSON_LD, 8.6);
    }
    if (article == null && page == null) {
      others(evidence, dates);
    }
    for (String name : PUBLISHED) {
      dates.addText(
          evidence.metas().first(name),
          "meta:" + name,
          META,
          name.startsWith("article:") ? 8.5 : 7.5);
    }
    if (evidence.url() != null) {
      dates.add(UrlDate.in(evidence.url()), "url", URL, 8, DateRole.UNSAID);
    }
    microdata(evidence, dates, List.of("datePublished", "dateCreated"), 8);
  }

  /** Adds dates of recipes, videos and other things that are a page's subject. */
  private static void others(PageEvidence evidence, DateList dates) {
    for (Thing thing : evidence.structured().things()) {
      if (!thing.listed()) {
        String key = thing.text("datePublished") != null ? "datePublished" : "uploadDate";
        dates.addText(thing.text(key), "json-ld:other." + key, JSON_LD, 7);
      }
    }
  }

  static void modified(PageEvidence evidence, DateList dates) {
    Thing article = evidence.structured().article();
    if (article != null) {
      dates.addText(article.text("dateModified"), "json-ld:dateModified", JSON_LD, 8);
    }
    Thing page = evidence.structured().page();
    if (page != null) {
      dates.addText(page.text("dateModified"), "json-ld:WebPage.dateModified", JSON_LD, 7);
    }
    for (String name : MODIFIED) {
      dates.addText(evidence.metas().first(name), "meta:" + name, META, 6);
    }
    microdata(evidence, dates, List.of("dateModified"), 7);
  }

  private static void microdata(
      PageEvidence evidence, DateList dates, List<String> properties, double weight) {
    for (Box box : evidence.outline().items()) {
      String property = box.element().attr("itemprop");
      if (properties.stream().anyMatch(property::contains)) {
        dates.addText(machineValue(box), "microdata:" + property, "microdata", weight);
      }
    }
  }

  /** Returns an element's machine-readable value, else its text. */
  static @Nullable String machineValue(Box box) {
    for (String key : List.of("content", "datetime", "title")) {
      String value = box.element().attr(key);
      if (!value.isBlank()) {
        return value;
      }
    }
    return box.words() > 30 ? null : box.text();
  }
}
