/** Finds names in languages without a trained model: by lists of names, their context and shape. */
@NullMarked
package io.keeling.models.lexical;

import org.jspecify.annotations.NullMarked;
