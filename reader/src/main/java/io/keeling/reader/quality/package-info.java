/**
 * What speaks for a page being an article, and against it.
 *
 * <p>Numbers without a reason beside them were chosen on the pages of opened sites that {@code
 * bench/quality.sh reader} scores; docs/quality.md tells how they do on others.
 */
@NullMarked
package io.keeling.reader.quality;

import org.jspecify.annotations.NullMarked;
