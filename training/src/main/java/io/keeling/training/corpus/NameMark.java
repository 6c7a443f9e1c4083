package io.keeling.training.corpus;

import io.keeling.models.names.EntityType;

/**
 * A name marked by a person: from word start to just before word end of its sentence.
 *
 * @param start index of its first word
 * @param end index behind its last word
 * @param type what it stands for
 */
public record NameMark(int start, int end, EntityType type) {}
