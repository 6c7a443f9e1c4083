/** Copies what cannot be rebuilt to files, and restores Keeling from such a copy. */
@NullMarked
package io.keeling.backup;

import org.jspecify.annotations.NullMarked;
