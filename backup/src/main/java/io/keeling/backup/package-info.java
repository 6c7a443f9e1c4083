/** A copy of what cannot be made again, in files, and Keeling from such a copy. */
@NullMarked
package io.keeling.backup;

import org.jspecify.annotations.NullMarked;
