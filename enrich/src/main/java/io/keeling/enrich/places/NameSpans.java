package io.keeling.enrich.places;

import io.keeling.contract.enriched.Mention;
import io.keeling.contract.enriched.NameType;
import io.keeling.enrich.names.TaggedName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The names of an article by position. */
final class NameSpans {

  private record Span(int end, TaggedName name) {}

  private final TreeMap<Integer, Span> byStart = new TreeMap<>();

  NameSpans(List<TaggedName> names) {
    for (TaggedName name : names) {
      for (Mention mention : name.mentions()) {
        byStart.put(mention.start(), new Span(mention.end(), name));
      }
    }
  }

  /** The name at the position of a country's mention; null if there is none. */
  @Nullable TaggedName at(CountryMention mention) {
    Map.Entry<Integer, Span> before = byStart.floorEntry(mention.end() - 1);
    return before != null && before.getValue().end() > mention.start()
        ? before.getValue().name()
        : null;
  }

  @Nullable NameType typeAt(CountryMention mention) {
    TaggedName name = at(mention);
    return name == null ? null : name.type();
  }
}
