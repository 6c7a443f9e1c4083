/** Trains and scores the name model; never needed at run time. */
@NullMarked
package io.keeling.models.training;

import org.jspecify.annotations.NullMarked;
