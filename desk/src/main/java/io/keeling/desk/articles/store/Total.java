package io.keeling.desk.articles.store;

/**
 * How many articles a query finds. Immutable; threads may share it.
 *
 * @param exact false where it is an estimate
 */
public record Total(int count, boolean exact) {}
