/** Applies the tag corrections of editors to articles. */
@NullMarked
package io.keeling.enrich.correction;

import org.jspecify.annotations.NullMarked;
