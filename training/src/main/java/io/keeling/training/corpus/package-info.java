/** Labelled text to learn from and to score by. */
@NullMarked
package io.keeling.training.corpus;

import org.jspecify.annotations.NullMarked;
