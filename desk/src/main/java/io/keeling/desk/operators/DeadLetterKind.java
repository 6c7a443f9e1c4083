package io.keeling.desk.operators;

/**
 * The stage and the reason by which dead letters are counted. Immutable; threads may share it.
 *
 * @param stage fetch, read, enrich or sink
 * @param reason what went wrong, as a short word
 */
public record DeadLetterKind(String stage, String reason) {}
