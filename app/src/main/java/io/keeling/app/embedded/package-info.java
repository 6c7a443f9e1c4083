/** Checks and files for commands that start their own servers. */
@NullMarked
package io.keeling.app.embedded;

import org.jspecify.annotations.NullMarked;
