/**
 * Finds title, address, outlet and subjects, and holds all evidence that a page gives.
 *
 * <p>Numbers without a stated reason were chosen on the pages of opened sites that {@code
 * bench/quality.sh reader} scores; docs/quality.md reports the results on other pages.
 */
@NullMarked
package io.keeling.reader.metadata;

import org.jspecify.annotations.NullMarked;
