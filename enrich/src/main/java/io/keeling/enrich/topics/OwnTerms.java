package io.keeling.enrich.topics;

import io.keeling.enrich.lexicon.Hit;
import io.keeling.enrich.taxonomy.Taxonomy;
import io.keeling.enrich.taxonomy.TaxonomyReader;
import io.keeling.enrich.taxonomy.TaxonomyTopic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The terms that an editor added to topics of the built-in taxonomy. The model would ignore them,
 * because it learnt only how far to trust the terms that it was trained with.
 */
final class OwnTerms {

  private final Map<String, Set<String>> learnt = new HashMap<>();
  private final boolean any;

  private OwnTerms(boolean any, List<TaxonomyTopic> builtIn) {
    this.any = any;
    for (TaxonomyTopic topic : builtIn) {
      Set<String> terms = new HashSet<>();
      topic.lexicon().forEach(entry -> terms.addAll(entry.terms()));
      learnt.put(topic.id(), terms);
    }
  }

  /** The own terms of a taxonomy; the built-in one has none. */
  static OwnTerms of(Taxonomy taxonomy) {
    boolean any = !taxonomy.digest().equals(TaxonomyReader.builtInDigest());
    return new OwnTerms(any, any ? TaxonomyReader.builtIn().topics() : List.of());
  }

  /** The hits of a topic by its own terms; all hits of a topic that is not built in. */
  List<Hit> among(List<Hit> hits, String topic) {
    if (!any) {
      return List.of();
    }
    Set<String> known = learnt.getOrDefault(topic, Set.of());
    return hits.stream().filter(hit -> !known.contains(hit.term())).toList();
  }
}
