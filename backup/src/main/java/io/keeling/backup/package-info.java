/** Backs up everything that cannot be made again to files, and restores Keeling from them. */
@NullMarked
package io.keeling.backup;

import org.jspecify.annotations.NullMarked;
