/** Which build this is. */
@NullMarked
package io.keeling.app.build;

import org.jspecify.annotations.NullMarked;
