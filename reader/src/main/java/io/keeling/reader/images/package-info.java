/**
 * Finds the image of an article and its credit.
 *
 * <p>Numbers without a stated reason were chosen on the pages of opened sites that {@code
 * bench/quality.sh reader} scores; docs/quality.md reports the results on other pages.
 */
@NullMarked
package io.keeling.reader.images;

import org.jspecify.annotations.NullMarked;
