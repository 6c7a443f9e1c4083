package io.keeling.desk.articles;

/**
 * Why words of an article are highlighted.
 *
 * @param key ties the words to their entry in the panel: {@code n0} is the first name, {@code t0}
 *     the first topic, {@code h} what was searched for, which has no entry
 * @param kind person, organization, location, topic or hit
 * @param label what the words stand for, to be read out
 */
record TextMark(String key, String kind, String label) {}
