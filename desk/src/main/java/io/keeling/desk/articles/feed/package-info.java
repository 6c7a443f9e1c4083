/** Atom and JSON Feed. */
@NullMarked
package io.keeling.desk.articles.feed;

import org.jspecify.annotations.NullMarked;
