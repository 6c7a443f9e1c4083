package io.keeling.reader.metadata;

/**
 * A value that a field may have, and where on the page it was found.
 *
 * @param field such as {@code title}
 * @param value as text, for people
 * @param origin such as {@code json-ld:headline}
 * @param score what it is worth beside its rivals, 0 if refused
 */
public record Candidate(String field, String value, String origin, double score) {}
