package io.keeling.desk.operators;

/**
 * By what dead letters are counted.
 *
 * @param stage fetch, read, enrich or sink
 * @param reason what was wrong, as a short word
 */
public record DeadLetterKind(String stage, String reason) {}
