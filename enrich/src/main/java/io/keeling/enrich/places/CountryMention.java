package io.keeling.enrich.places;

/**
 * A country, its people or its adjective in a text.
 *
 * @param code ISO 3166-1 alpha-2
 * @param start offset of its first UTF-16 code unit
 * @param end offset after its last
 * @param demonym whether it is the people or the adjective: "Chinese"
 */
public record CountryMention(String code, int start, int end, boolean demonym) {}
