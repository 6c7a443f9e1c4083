package io.keeling.models.names;

/**
 * A name in a sentence.
 *
 * @param sentence index of the sentence in its document
 * @param start index of the first word
 * @param end index after the last word
 * @param type what the name stands for
 * @param probability the probability of the name, from the step that found it
 */
record FoundName(int sentence, int start, int end, EntityType type, double probability) {

  /** Returns a name of other words of the sentence, with the same type and probability. */
  FoundName between(int from, int to) {
    return new FoundName(sentence, from, to, type, probability);
  }

  FoundName as(EntityType other) {
    return new FoundName(sentence, start, end, other, probability);
  }
}
