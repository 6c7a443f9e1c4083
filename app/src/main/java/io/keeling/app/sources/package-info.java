/** Prepares sources for the command line. */
@NullMarked
package io.keeling.app.sources;

import org.jspecify.annotations.NullMarked;
