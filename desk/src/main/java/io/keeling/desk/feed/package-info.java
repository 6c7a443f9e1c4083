/** Atom and JSON Feed. */
@NullMarked
package io.keeling.desk.feed;

import org.jspecify.annotations.NullMarked;
