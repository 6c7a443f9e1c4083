/**
 * Data that pages carry for machines: JSON-LD and the state of scripts.
 *
 * <p>Numbers without a reason beside them were chosen on the pages of opened sites that {@code
 * bench/quality.sh reader} scores; docs/quality.md tells how they do on others.
 */
@NullMarked
package io.keeling.reader.structured;

import org.jspecify.annotations.NullMarked;
