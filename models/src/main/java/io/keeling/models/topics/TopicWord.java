package io.keeling.models.topics;

/**
 * A word with what a topic model knows about the word itself.
 *
 * @param stem in the form used in features
 * @param ofStem place of its stem among the features, or {@code FeatureTable.UNKNOWN}
 * @param ofCluster place of its cluster among the features, or {@code FeatureTable.UNKNOWN}
 * @param rows its word vectors
 */
record TopicWord(String stem, int ofStem, int ofCluster, int[] rows) {}
