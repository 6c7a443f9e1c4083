package io.keeling.models.topics;

/**
 * A word, and where a topic model holds the data that depend on this word alone.
 *
 * @param stem the word's stem, in the form used in features
 * @param ofStem place of the stem among the features, or {@code FeatureTable.UNKNOWN}
 * @param ofCluster place of the word's cluster among the features, or {@code FeatureTable.UNKNOWN}
 * @param rows indices of the word's vectors
 */
record TopicWord(String stem, int ofStem, int ofCluster, int[] rows) {}
