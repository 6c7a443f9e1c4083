/** Trains and scores the models that find names. */
@NullMarked
package io.keeling.training.names;

import org.jspecify.annotations.NullMarked;
