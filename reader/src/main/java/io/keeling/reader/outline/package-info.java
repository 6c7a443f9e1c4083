/**
 * Represents a page as a list of marked blocks.
 *
 * <p>Numbers without a stated reason were chosen on the pages of opened sites that {@code
 * bench/quality.sh reader} scores; docs/quality.md reports the results on other pages.
 */
@NullMarked
package io.keeling.reader.outline;

import org.jspecify.annotations.NullMarked;
