package io.keeling.enrich.taxonomy;

/**
 * A group of topics.
 *
 * @param id stable name
 * @param label as editors read it
 */
public record TopicGroup(String id, String label) {}
