package io.keeling.enrich.taxonomy;

/**
 * A group of topics.
 *
 * @param id stable name
 * @param label its name for editors
 */
public record TopicGroup(String id, String label) {}
