/** Analyses and logs failures. */
@NullMarked
package io.keeling.runtime.failure;

import org.jspecify.annotations.NullMarked;
