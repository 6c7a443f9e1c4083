package io.keeling.models.names;

/**
 * A name in a sentence, by its words.
 *
 * @param sentence index of the sentence in its document
 * @param start index of the first word
 * @param end index behind the last word
 * @param type what it stands for
 * @param probability how sure the finder is
 */
record FoundName(int sentence, int start, int end, EntityType type, double probability) {

  /** Other words of its sentence, as sure and of the same type. */
  FoundName between(int from, int to) {
    return new FoundName(sentence, from, to, type, probability);
  }

  FoundName as(EntityType other) {
    return new FoundName(sentence, start, end, other, probability);
  }
}
