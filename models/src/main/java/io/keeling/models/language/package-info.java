/** Tells which language a text is in. */
@NullMarked
package io.keeling.models.language;

import org.jspecify.annotations.NullMarked;
