package io.keeling.enrich.names;

import java.util.List;
import java.util.Optional;

/**
 * Says what the map tells about names, of an English text unless it says otherwise. Threads may
 * share it.
 */
public interface KnownPlaces {

  /** Whether a name that stands alone is rather a place than a person: "Washington". */
  boolean famous(String name);

  /** The country, by its ISO 3166-1 alpha-2 code, that a name is one of: "UK", "Britain". */
  Optional<String> country(String name);

  /** Whether some city or town is called so, and no country in a text of this language. */
  boolean city(String name, String language);

  /** Whether the words before a name say that it is a place: "from Oxford". */
  boolean placed(String text, int start, int end);

  /** Places beyond doubt that none of the names found overlaps. */
  List<LocatedName> passedOver(String text, List<LocatedName> found);

  /** Whether it is the name of a sea, a river, a range or another landscape. */
  boolean landscape(String name);

  /** Whether some town, small or large, has that name. */
  boolean town(String name);
}
