package io.keeling.search.language;

/** The part of an article in which a query's word is searched for. */
public enum TextScope {
  /** Title, standfirst, correction note and text. */
  ALL,
  /** The title alone. */
  TITLE,
  /** Names of people, organisations and places, as the article writes them and by their labels. */
  NAME,
  /** The byline. */
  AUTHOR,
  /** The outlet's own note of a correction. */
  NOTE
}
