/** How a command fails so that its user knows what to do. */
@NullMarked
package io.keeling.app.failure;

import org.jspecify.annotations.NullMarked;
