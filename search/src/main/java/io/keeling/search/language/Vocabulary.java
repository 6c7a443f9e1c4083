package io.keeling.search.language;

import java.util.Optional;

/** The values that fields may have, and their names. Threads may share it. */
@FunctionalInterface
public interface Vocabulary {

  /** Accepts every value. */
  Vocabulary ANY = (field, written) -> Optional.of(written);

  /**
   * The value of this name, as articles have it; empty if there is none.
   *
   * @param written an id, a code or a name, in any case
   */
  Optional<String> find(ValueField field, String written);
}
