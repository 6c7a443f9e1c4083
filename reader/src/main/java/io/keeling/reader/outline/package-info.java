/** A page as a list of blocks with what marks them. */
@NullMarked
package io.keeling.reader.outline;

import org.jspecify.annotations.NullMarked;
