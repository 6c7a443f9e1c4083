/** Makes the word vectors that the topic model looks at. Run by hand; nothing here ships. */
@NullMarked
package io.keeling.training.vectors;

import org.jspecify.annotations.NullMarked;
