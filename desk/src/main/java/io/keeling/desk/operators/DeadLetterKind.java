package io.keeling.desk.operators;

/**
 * The kind by which dead letters are counted. Immutable; threads may share it.
 *
 * @param stage fetch, read, enrich or sink
 * @param reason what was wrong, as a short word
 */
public record DeadLetterKind(String stage, String reason) {}
