package io.keeling.search.language;

/**
 * A token of a query.
 *
 * @param kind what it is
 * @param text the word, the prefix, the phrase or the field's name; empty for signs
 * @param slop of a phrase
 * @param at where it begins, from 0
 */
record QueryToken(Kind kind, String text, int slop, int at) {

  /** The kind of a token. */
  enum Kind {
    WORD,
    PREFIX,
    PHRASE,
    FIELD,
    NOT,
    OR,
    OPEN,
    CLOSE,
    END
  }

  QueryToken(Kind kind, int at) {
    this(kind, "", 0, at);
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
