package io.keeling.reader.metadata;

/**
 * The value of a field and the rule that gave it.
 *
 * @param value the value
 * @param origin the rule's name, such as {@code json-ld:headline}
 */
public record Chosen<T>(T value, String origin) {}
