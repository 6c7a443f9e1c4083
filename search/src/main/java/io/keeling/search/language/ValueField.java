package io.keeling.search.language;

/** A field that an article either has a value in or has not; its values are not words. */
public enum ValueField {
  TOPIC,
  COUNTRY,
  SOURCE,
  LANGUAGE,
  CLIMATE,
  STORY,
  IS
}
