/** Who wrote an article. */
@NullMarked
package io.keeling.reader.authors;

import org.jspecify.annotations.NullMarked;
