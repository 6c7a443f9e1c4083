/** What speaks for a page being an article, and against it. */
@NullMarked
package io.keeling.reader.quality;

import org.jspecify.annotations.NullMarked;
