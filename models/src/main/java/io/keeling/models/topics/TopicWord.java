package io.keeling.models.topics;

/**
 * A word with what a topic model knows of it alone.
 *
 * @param stem as features name it
 * @param ofStem the place of its stem among the features, which may not be known
 * @param ofCluster the place of its cluster, likewise
 * @param rows its word vectors
 */
record TopicWord(String stem, int ofStem, int ofCluster, int[] rows) {}
