package io.keeling.models.topics;

import opennlp.tools.ml.model.Context;
import org.jspecify.annotations.Nullable;

/**
 * A word with what a topic model knows of it alone. Immutable; threads may share it.
 *
 * @param stem as features name it
 * @param ofStem the weights of its stem; null where the model does not know it
 * @param ofCluster the weights of its cluster, likewise
 * @param rows its word vectors
 */
record TopicWord(String stem, @Nullable Context ofStem, @Nullable Context ofCluster, int[] rows) {}
