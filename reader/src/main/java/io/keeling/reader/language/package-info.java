/** Finds which language a text is in. */
@NullMarked
package io.keeling.reader.language;

import org.jspecify.annotations.NullMarked;
