package io.keeling.enrich.lexicon;

import org.jspecify.annotations.Nullable;

/**
 * An occurrence of a term that counts.
 *
 * @param term as the taxonomy writes it
 * @param weight the strength of its evidence
 * @param inTitle whether it is in the title; the offsets are then offsets in the title
 * @param start offset of its first UTF-16 code unit
 * @param end offset after its last
 * @param near the required phrase that occurs near it, as the taxonomy writes it; null where none
 *     is required
 * @param with the required phrase that occurs in the article, likewise
 */
public record Hit(
    String term,
    double weight,
    boolean inTitle,
    int start,
    int end,
    @Nullable String near,
    @Nullable String with) {}
