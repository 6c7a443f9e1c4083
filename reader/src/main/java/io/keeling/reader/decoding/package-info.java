/**
 * Decodes the bytes of a page to characters.
 *
 * <p>Numbers without a stated reason were chosen on the pages of opened sites that {@code
 * bench/quality.sh reader} scores; docs/quality.md reports the results on other pages.
 */
@NullMarked
package io.keeling.reader.decoding;

import org.jspecify.annotations.NullMarked;
