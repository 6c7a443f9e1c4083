package io.keeling.search.language;

/** Which words of an article a word of a query is looked for in. */
public enum TextScope {
  /** Title, standfirst, correction note and text. */
  ALL,
  /** The title alone. */
  TITLE,
  /** Names of people, organisations and places, as the article writes them and by their labels. */
  NAME,
  /** The byline. */
  AUTHOR,
  /** What the outlet says it corrected. */
  NOTE
}
