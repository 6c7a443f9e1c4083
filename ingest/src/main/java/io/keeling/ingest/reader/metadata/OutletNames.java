package io.keeling.ingest.reader.metadata;

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
