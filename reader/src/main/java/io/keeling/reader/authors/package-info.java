/**
 * Who wrote an article.
 *
 * <p>Numbers without a reason beside them were chosen on the pages of opened sites that {@code
 * bench/quality.sh reader} scores; docs/quality.md tells how they do on others.
 */
@NullMarked
package io.keeling.reader.authors;

import org.jspecify.annotations.NullMarked;
