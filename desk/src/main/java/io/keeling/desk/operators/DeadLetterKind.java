package io.keeling.desk.operators;

/**
 * What dead letters are counted by. Immutable; threads may share it.
 *
 * @param stage fetch, read, enrich or sink
 * @param reason what went wrong, as a short word
 */
public record DeadLetterKind(String stage, String reason) {}
