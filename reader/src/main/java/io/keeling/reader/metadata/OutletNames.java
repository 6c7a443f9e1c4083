package io.keeling.reader.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.reader.structured.Thing;
import io.keeling.reader.url.Domains;
import io.keeling.reader.wording.Folded;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The names of a page's outlet; names of authors are left out. Used only by the thread that reads
 * the page.
 */
public final class OutletNames {

  private static final int LEAST_CHARACTERS = 3;
  private static final int LONGEST = 200;

  private final Set<String> names = new LinkedHashSet<>();

  public OutletNames(PageEvidence evidence) {
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
      String[] parts = host.split("\\.");
      for (int i = blogLabels(evidence); i < parts.length; i++) {
        add(parts[i]);
      }
    }
  }

  /**
   * Returns how many labels of the host are the writer's login, one or none. It is one if a blog
   * provider gives each blog a host name and this blog has a title that does not repeat it.
   */
  private static int blogLabels(PageEvidence evidence) {
    String host = PageUrls.host(evidence.url());
    String label = host.substring(0, Math.max(0, host.indexOf('.')));
    String site = Folded.of(TitleFinder.siteName(evidence)).replace(" ", "");
    boolean below =
        !label.isEmpty()
            && !label.equals("www")
            && host.substring(label.length() + 1).equals(Domains.site(host));
    return below && !site.isEmpty() && !site.equals(Folded.of(label).replace(" ", "")) ? 1 : 0;
  }

  /** Whether the page is one person's blog: its publisher is declared to be a person. */
  private static boolean isPerson(PageEvidence evidence) {
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

  public boolean has(String name) {
    return names.contains(Folded.of(name, LONGEST).replace(" ", ""));
  }
}
