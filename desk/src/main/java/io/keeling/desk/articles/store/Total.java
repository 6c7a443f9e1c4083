package io.keeling.desk.articles.store;

/**
 * How many articles a query finds.
 *
 * @param count the number
 * @param exact whether it was counted; an estimate is said to be one
 */
public record Total(int count, boolean exact) {}
