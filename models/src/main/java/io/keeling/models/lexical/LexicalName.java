package io.keeling.models.lexical;

import io.keeling.models.names.EntityType;

/**
 * A name in a line.
 *
 * @param start index of the first unit
 * @param end index after the last unit
 * @param type what the name stands for
 * @param score the sum of the evidence for the name
 */
record LexicalName(int start, int end, EntityType type, double score) {}
