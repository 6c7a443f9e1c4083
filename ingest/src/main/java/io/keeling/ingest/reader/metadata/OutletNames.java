package io.keeling.ingest.reader.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.ingest.reader.structured.Thing;
import io.keeling.ingest.reader.wording.Folded;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a page's outlet calls itself: never an author. Belongs to the thread that reads the page.
 */
final class OutletNames {

  private static final int LEAST_CHARACTERS = 3;
  private static final int LONGEST = 200;

  private final Set<String> names = new LinkedHashSet<>();

  OutletNames(Evidence evidence) {
    if (isPerson(evidence)) {
      return;
    }
    add(TitleFinder.siteName(evidence));
    Thing article = evidence.structured().article();
    if (article != null) {
      add(article.node().path("publisher").path("name").asText(""));
    }
    if (evidence.url() != null) {
      String host = evidence.url().replaceFirst("^https?://", "").split("/", 2)[0];
      for (String part : host.split("\\.")) {
        add(part);
      }
    }
  }

  /** A blog of one person says so: its publisher is a person, or an organisation as well. */
  private static boolean isPerson(Evidence evidence) {
    Thing article = evidence.structured().article();
    JsonNode publisher = article == null ? null : article.node().get("publisher");
    String id = publisher == null ? "" : publisher.path("@id").asText("");
    if (publisher != null && new Thing(publisher, false).is("person")) {
      return true;
    }
    return evidence.structured().things().stream()
        .anyMatch(
            thing ->
                thing.is("person") && (thing.is("organization") || id.equals(thing.text("@id"))));
  }

  private void add(String name) {
    String folded = Folded.of(name).replace(" ", "");
    if (folded.length() >= LEAST_CHARACTERS) {
      names.add(folded);
    }
  }

  boolean has(String name) {
    return names.contains(Folded.of(name, LONGEST).replace(" ", ""));
  }
}
