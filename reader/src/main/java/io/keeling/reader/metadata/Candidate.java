package io.keeling.reader.metadata;

/**
 * A possible value of a field, and where on the page it was found.
 *
 * @param field such as {@code title}
 * @param value as text, for people
 * @param origin such as {@code json-ld:headline}
 * @param score its score among its rivals, 0 if refused
 */
public record Candidate(String field, String value, String origin, double score) {}
