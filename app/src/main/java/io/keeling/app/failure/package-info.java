/** Failures of a command that tell its user what to do. */
@NullMarked
package io.keeling.app.failure;

import org.jspecify.annotations.NullMarked;
