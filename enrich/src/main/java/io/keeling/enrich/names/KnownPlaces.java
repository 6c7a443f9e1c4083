package io.keeling.enrich.names;

import java.util.List;

/** What the map tells about names of an English text. Threads may share it. */
public interface KnownPlaces {

  /** Whether a name that stands alone is rather a place than a person: "Washington". */
  boolean famous(String name);

  /** Whether the words before a name say that it is a place: "from Oxford". */
  boolean placed(String text, int start, int end);

  /** Places beyond doubt that none of the names found overlaps. */
  List<FoundName> passedOver(String text, List<FoundName> found);
}
