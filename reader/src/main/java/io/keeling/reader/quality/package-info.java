/**
 * Judges whether a page is an article.
 *
 * <p>Numbers without a stated reason were chosen on the pages of opened sites that {@code
 * bench/quality.sh reader} scores; docs/quality.md reports the results on other pages.
 */
@NullMarked
package io.keeling.reader.quality;

import org.jspecify.annotations.NullMarked;
