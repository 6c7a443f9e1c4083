/** Identifies the build. */
@NullMarked
package io.keeling.app.build;

import org.jspecify.annotations.NullMarked;
