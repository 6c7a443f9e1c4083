package io.keeling.enrich.names;

import java.util.List;
import java.util.Optional;

/**
 * Answers questions about names from the gazetteer, for English texts unless a method says
 * otherwise. Threads may share it.
 */
public interface KnownPlaces {

  /** Whether a name that stands alone means a place rather than a person: "Washington". */
  boolean famous(String name);

  /** The country of this name, as an ISO 3166-1 alpha-2 code: "UK", "Britain". */
  Optional<String> country(String name);

  /** Whether a city or town has this name, but no country has it in a text of this language. */
  boolean city(String name, String language);

  /** Whether the words before a name show that it is a place: "from Oxford". */
  boolean placed(String text, int start, int end);

  /** Finds further places that are beyond doubt and that overlap none of the names found. */
  List<LocatedName> passedOver(String text, List<LocatedName> found);

  /** Whether a sea, river, mountain range or other landscape has this name. */
  boolean landscape(String name);

  /** Whether some town, small or large, has that name. */
  boolean town(String name);
}
