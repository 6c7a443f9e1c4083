/** Trains and scores the models of topics and of the climate grade. */
@NullMarked
package io.keeling.training.topics;

import org.jspecify.annotations.NullMarked;
