package io.keeling.models.lexical;

import io.keeling.models.names.EntityType;

/**
 * A name in a line, by its units.
 *
 * @param start index of the first
 * @param end index behind the last
 * @param type what it stands for
 * @param score how much speaks for it
 */
record LexicalName(int start, int end, EntityType type, double score) {}
