package io.keeling.models.lexical;

import io.keeling.models.names.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * What the span model tells apart: the three types of names that are shown, and all other proper
 * names. To know a law, a product or a storm as such keeps it from being taken for a person, an
 * organisation or a place.
 */
public enum NameKind {
  PERSON(EntityType.PERSON),
  ORGANIZATION(EntityType.ORGANIZATION),
  LOCATION(EntityType.LOCATION),
  OTHER(null);

  private final @Nullable EntityType type;

  NameKind(@Nullable EntityType type) {
    this.type = type;
  }

  /** Returns the type of a name of this kind; null for one that is not shown. */
  public @Nullable EntityType type() {
    return type;
  }
}
