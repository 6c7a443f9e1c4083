package io.keeling.enrich.taxonomy;

import java.util.List;

/**
 * Codes of a topic, or of the nearest one, in other taxonomies.
 *
 * @param iptc current IPTC Media Topic codes
 * @param gdelt GDELT GKG themes
 * @param wikidata Wikidata items that IPTC maps its codes to
 */
public record TopicCodes(List<String> iptc, List<String> gdelt, List<String> wikidata) {

  public TopicCodes {
    iptc = List.copyOf(iptc);
    gdelt = List.copyOf(gdelt);
    wikidata = List.copyOf(wikidata);
  }
}
