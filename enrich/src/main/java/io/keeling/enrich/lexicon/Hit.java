package io.keeling.enrich.lexicon;

import org.jspecify.annotations.Nullable;

/**
 * A counted occurrence of a term.
 *
 * @param term as the taxonomy writes it
 * @param weight the strength of its evidence
 * @param inTitle whether it is in the title; the offsets are then offsets in the title
 * @param start offset of its first UTF-16 code unit
 * @param end offset after its last
 * @param near the required phrase found near the term, as the taxonomy writes it; null if the term
 *     requires none
 * @param with the required phrase found anywhere in the article; null if the term requires none
 */
public record Hit(
    String term,
    double weight,
    boolean inTitle,
    int start,
    int end,
    @Nullable String near,
    @Nullable String with) {}
