package io.keeling.desk.articles;

/**
 * A highlight in an article. Immutable; threads may share it.
 *
 * @param key links the highlight to its entry in the panel: {@code n0} is the first name, {@code
 *     t0} the first topic; {@code h} is a search hit, which has no entry
 * @param kind person, organization, location, topic or hit
 * @param label the description for screen readers
 */
record TextMark(String key, String kind, String label) {}
