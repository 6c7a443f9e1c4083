package io.keeling.search.language;

import java.util.Optional;

/** The values that fields may have, and what people call them. Threads may share it. */
@FunctionalInterface
public interface Vocabulary {

  /** Accepts every value. */
  Vocabulary ANY = (field, written) -> Optional.of(written);

  /**
   * The value that somebody means, in the form that articles have it in, or nothing where there is
   * none of that name.
   *
   * @param written an id, a code or a name, in any case
   */
  Optional<String> find(ValueField field, String written);
}
