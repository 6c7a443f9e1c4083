/** Title, address, outlet and subjects, and the evidence for all that is said of a page. */
@NullMarked
package io.keeling.reader.metadata;

import org.jspecify.annotations.NullMarked;
