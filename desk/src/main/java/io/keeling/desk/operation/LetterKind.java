package io.keeling.desk.operation;

/**
 * By what dead letters are counted.
 *
 * @param stage fetch, read, enrich or sink
 * @param reason what was wrong, as a short word
 */
public record LetterKind(String stage, String reason) {}
