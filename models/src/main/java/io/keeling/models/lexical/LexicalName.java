package io.keeling.models.lexical;

/**
 * A name in a line.
 *
 * @param start index of the first unit
 * @param end index after the last unit
 * @param kind what the name stands for
 * @param score the sum of the weights of its features: log odds against being no name
 */
record LexicalName(int start, int end, NameKind kind, double score) {}
