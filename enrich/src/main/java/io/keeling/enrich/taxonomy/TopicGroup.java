package io.keeling.enrich.taxonomy;

/**
 * A group of topics. Immutable and safe to share between threads.
 *
 * @param id stable name
 * @param label as editors read it
 */
public record TopicGroup(String id, String label) {}
