/**
 * Title, address, outlet and subjects, and the evidence for all that is said of a page.
 *
 * <p>Numbers without a reason beside them were chosen on the pages of opened sites that {@code
 * bench/quality.sh reader} scores; docs/quality.md tells how they do on others.
 */
@NullMarked
package io.keeling.reader.metadata;

import org.jspecify.annotations.NullMarked;
