package io.keeling.search.language;

/** A field with fixed values instead of words: an article has a value or not. */
public enum ValueField {
  TOPIC,
  COUNTRY,
  SOURCE,
  LANGUAGE,
  CLIMATE,
  STORY,
  IS
}
