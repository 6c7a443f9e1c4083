package io.keeling.desk.articles.store;

/**
 * The number of results of a query. Immutable; threads may share it.
 *
 * @param exact false if it is an estimate
 */
public record Total(int count, boolean exact) {}
