package io.keeling.enrich.lexicon;

import org.jspecify.annotations.Nullable;

/**
 * A term that counts at a place.
 *
 * @param term as the taxonomy writes it
 * @param weight how strongly it speaks
 * @param inTitle whether it stands in the title; the offsets are then offsets in the title
 * @param start offset of its first UTF-16 code unit
 * @param end offset after its last
 * @param near the phrase that let it count by standing near, as the taxonomy writes it; null where
 *     none has to
 * @param with the phrase that let it count by standing in the article, likewise
 */
public record Hit(
    String term,
    double weight,
    boolean inTitle,
    int start,
    int end,
    @Nullable String near,
    @Nullable String with) {}
